package sharedstate;

/** A lock: only one thread at a time may be between reading the field and writing it. */
public final class WithLock implements Turnstiles {
    private int inside;

    @Override
    public int count(int gates, int visitors) throws InterruptedException {
        Gates.open(gates, visitors, this::enter);
        return inside;
    }

    private synchronized void enter() {
        inside++;
    }

    static void main() throws Exception {
        Example.run(new WithLock());
    }
}

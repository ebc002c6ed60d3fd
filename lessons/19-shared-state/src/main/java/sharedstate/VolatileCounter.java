package sharedstate;

/** Wrong on purpose: volatile makes each write visible, but the increment is still three steps. */
public final class VolatileCounter implements Turnstiles {
    private volatile int inside;

    @Override
    public int count(int gates, int visitors) throws InterruptedException {
        Gates.open(gates, visitors, this::enter);
        return inside;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // this is the mistake
    private void enter() {
        inside++;
    }

    static void main() throws Exception {
        Example.run(new VolatileCounter());
    }
}

package sharedstate;

/** Wrong on purpose: two threads increment a plain field, and overwrite each other's result. */
public final class LostUpdate implements Turnstiles {
    private int inside;

    @Override
    public int count(int gates, int visitors) throws InterruptedException {
        Gates.open(gates, visitors, this::enter);
        return inside;
    }

    private void enter() {
        inside++;
    }

    static void main() throws Exception {
        Example.run(new LostUpdate());
    }
}

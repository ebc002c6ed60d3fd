package sharedstate;

import java.util.concurrent.atomic.AtomicInteger;

/** An atomic: reading, adding and writing are a single processor instruction. */
public final class WithAtomic implements Turnstiles {
    private final AtomicInteger inside = new AtomicInteger();

    @Override
    public int count(int gates, int visitors) throws InterruptedException {
        Gates.open(gates, visitors, this::enter);
        return inside.get();
    }

    private void enter() {
        inside.incrementAndGet();
    }

    static void main() throws Exception {
        Example.run(new WithAtomic());
    }
}

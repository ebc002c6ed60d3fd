package bugs;

import java.util.concurrent.atomic.AtomicInteger;

/** Two atomic calls are not one atomic operation. */
final class AtomicGetThenSet implements Bug {
    @Override
    public void wrong() throws Exception {
        var count = new AtomicInteger();
        Threads.run(() -> count.set(count.get() + 1), () -> count.set(count.get() + 1));
        Threads.check(count.get() == 2, "an update was lost");
    }

    @Override
    public void right() throws Exception {
        var count = new AtomicInteger();
        Threads.run(count::incrementAndGet, count::incrementAndGet);
        Threads.check(count.get() == 2, "an update was lost");
    }
}

package bugs;

import java.util.concurrent.atomic.AtomicIntegerArray;

/** The owner of a queue takes its last task while a thief steals it. */
final class WorkStealingQueue implements Bug {
    private final AtomicIntegerArray taken = new AtomicIntegerArray(2);
    private volatile int head;
    private volatile int tail = 2;

    @Override
    public void wrong() throws Exception {
        var queue = new WorkStealingQueue();
        Threads.run(
                () -> {
                    queue.take();
                    queue.take();
                },
                queue::steal);
        queue.check();
    }

    @Override
    public void right() throws Exception {
        var queue = new WorkStealingQueue();
        Threads.run(
                () -> {
                    queue.takeLocked();
                    queue.takeLocked();
                },
                queue::steal);
        queue.check();
    }

    private void take() {
        int last = tail - 1;
        if (head <= last) {
            tail = last;
            taken.incrementAndGet(last);
        }
    }

    private synchronized void takeLocked() {
        take();
    }

    private synchronized void steal() {
        int first = head;
        if (first < tail) {
            head = first + 1;
            taken.incrementAndGet(first);
        }
    }

    private void check() {
        Threads.check(taken.get(0) <= 1 && taken.get(1) <= 1, "a task was done twice");
    }
}

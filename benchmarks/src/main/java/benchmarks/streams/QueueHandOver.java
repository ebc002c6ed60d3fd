package benchmarks.streams;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;

/** One thread puts numbers into a queue, and another one takes them out. */
final class QueueHandOver {

    private final BlockingQueue<Integer> queue;

    QueueHandOver(int capacity) {
        queue = capacity == 0 ? new SynchronousQueue<>() : new ArrayBlockingQueue<>(capacity);
    }

    /** Returns the sum of the numbers below {@code count}. */
    long sum(ThreadFactory threads, int count) throws Exception {
        var putting = new FutureTask<Void>(() -> {
            for (int number = 0; number < count; number++) {
                queue.put(number);
            }
            return null;
        });
        var adding = new FutureTask<>(() -> {
            long sum = 0;
            for (int number = 0; number < count; number++) {
                sum += queue.take();
            }
            return sum;
        });
        threads.newThread(putting).start();
        threads.newThread(adding).start();
        putting.get();
        return adding.get();
    }
}

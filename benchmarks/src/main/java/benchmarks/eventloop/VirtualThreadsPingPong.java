package benchmarks.eventloop;

import benchmarks.peers.RunningLoop;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/** Two virtual threads that hand a number to each other, through queues without capacity. */
final class VirtualThreadsPingPong {
    private final SynchronousQueue<Integer> there = new SynchronousQueue<>();
    private final SynchronousQueue<Integer> back = new SynchronousQueue<>();

    /** Counts to {@code last}, which is even, as {@link RunningLoop#pingPong} does. */
    int play(int last) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> replies = threads.submit(() -> reply(last));
            Future<Integer> serves = threads.submit(() -> serve(last));
            try {
                replies.get(RunningLoop.TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
                return serves.get(RunningLoop.TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                threads.shutdownNow(); // when one has failed, the other would wait forever
            }
        }
    }

    private int serve(int last) throws InterruptedException {
        int number = 0;
        while (number < last) {
            there.put(number + 1);
            number = back.take();
        }
        return number;
    }

    private int reply(int last) throws InterruptedException {
        int number = 0;
        while (number < last) {
            number = there.take() + 1;
            back.put(number);
        }
        return number;
    }
}

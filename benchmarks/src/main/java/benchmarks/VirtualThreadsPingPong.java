package benchmarks;

import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/** Two virtual threads that hand a ball to each other, through queues that hold nothing. */
final class VirtualThreadsPingPong {
    private final SynchronousQueue<Integer> there = new SynchronousQueue<>();
    private final SynchronousQueue<Integer> back = new SynchronousQueue<>();

    /** As {@link Mailbox#pingPong}; {@code last} is even. */
    int play(int last) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> {
                for (int ball = 0; ball < last; ball += 2) {
                    back.put(there.take() + 1);
                }
                return last;
            });
            return threads.submit(() -> {
                        int ball = 0;
                        while (ball < last) {
                            there.put(ball + 1);
                            ball = back.take();
                        }
                        return ball;
                    })
                    .get(Rota.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}

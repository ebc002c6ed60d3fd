package dataloading;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Loads on an executor, some batches ahead, and trains on the calling thread. The queue keeps the batches in order. */
final class QueueOfFutures implements Epoch {

    private final Supplier<ExecutorService> loaders;
    private final int ahead;

    /** Loads at most {@code ahead} batches besides the one that the trainer needs next. */
    QueueOfFutures(int ahead, Supplier<ExecutorService> loaders) {
        this.loaders = loaders;
        this.ahead = ahead;
    }

    @Override
    public void run(Dataset data, Trainer trainer) throws Exception {
        Queue<Future<Batch>> started = new ArrayDeque<>();
        var numbers = IntStream.rangeClosed(1, data.size()).iterator();
        try (var threads = loaders.get()) {
            try {
                do {
                    while (numbers.hasNext() && started.size() <= ahead) {
                        int number = numbers.next();
                        started.add(threads.submit(() -> data.load(number)));
                    }
                } while (!started.isEmpty() && trainer.train(started.remove().get()));
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof Exception cause ? cause : failed;
            } finally {
                started.forEach(batch -> batch.cancel(true)); // these batches are no longer needed
            }
        }
    }
}

package dataloading;

import interleave.eventloop.EventLoop;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntFunction;

/**
 * Batches without rows, whose loading takes a given time. Prints which batches it has loaded.
 *
 * @param time how long loading a batch takes, by its number
 * @param broken the batch that cannot be loaded; 0 if all can
 */
public record SimulatedDataset(int size, IntFunction<Duration> time, Delay delay, int broken, BatchCounter counter)
        implements Dataset {

    @Override
    public Batch load(int number) throws IOException, InterruptedException {
        counter.loading();
        delay.spend(time.apply(number));
        if (number == broken) {
            throw failure(number);
        }
        return loaded(number);
    }

    @Override
    public CompletionStage<Batch> loadOn(EventLoop loop, int number) {
        counter.loading();
        return delay.spendOn(loop, time.apply(number))
                .thenCompose(spent -> number == broken
                        ? CompletableFuture.failedFuture(failure(number))
                        : loop.completed(loaded(number)));
    }

    private static Batch loaded(int number) {
        IO.println("Loaded batch " + number);
        return Batch.empty(number);
    }

    private static IOException failure(int number) {
        return new IOException("batch " + number + " is damaged");
    }
}

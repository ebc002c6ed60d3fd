package dataloading;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Takes a given time for each batch. Prints which batches it has trained on.
 *
 * @param wanted the number of batches after which it stops
 */
public record SimulatedTrainer(Duration time, Delay delay, int wanted, BatchCounter counter) implements Trainer {

    @Override
    public boolean train(Batch batch) throws InterruptedException {
        delay.spend(time);
        return trained(batch);
    }

    @Override
    public CompletionStage<Boolean> trainOn(EventLoop loop, Batch batch) {
        return delay.spendOn(loop, time).thenApply(spent -> trained(batch));
    }

    private boolean trained(Batch batch) {
        counter.trained();
        IO.println("Trained on batch " + batch.number());
        return batch.number() < wanted;
    }
}

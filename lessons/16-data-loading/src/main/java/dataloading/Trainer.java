package dataloading;

import interleave.eventloop.EventLoop;
import java.util.concurrent.CompletionStage;

/** Trains a model, one batch at a time. */
public interface Trainer {

    /** Trains on a batch, and may compute for a long time. Returns whether it wants another one. */
    boolean train(Batch batch) throws Exception;

    /** As {@link #train}, without blocking the loop. */
    default CompletionStage<Boolean> trainOn(EventLoop loop, Batch batch) {
        return loop.toThread(() -> train(batch));
    }
}

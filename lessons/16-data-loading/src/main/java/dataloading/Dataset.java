package dataloading;

import interleave.eventloop.EventLoop;
import java.util.concurrent.CompletionStage;

/** The batches of a training set, numbered from 1. Several loaders may load different batches at the same time. */
public interface Dataset {

    /** The number of batches. */
    int size();

    /** Reads and decodes a batch. May block. */
    Batch load(int number) throws Exception;

    /** Like {@link #load}, without blocking the loop. Cancelling the future stops the work. */
    default CompletionStage<Batch> loadOn(EventLoop loop, int number) {
        return loop.toThread(() -> load(number));
    }
}

package dataloading;

import java.util.concurrent.Executors;

/** A virtual thread for each batch, and a queue of futures, which limits the number of threads. */
public final class WithVirtualThreads implements Epoch {

    private final Epoch epoch;

    /** Loads at most {@code ahead} batches ahead of the trainer. */
    public WithVirtualThreads(int ahead) {
        epoch = new QueueOfFutures(ahead, Executors::newVirtualThreadPerTaskExecutor);
    }

    @Override
    public void run(Dataset data, Trainer trainer) throws Exception {
        epoch.run(data, trainer);
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new WithVirtualThreads(Example.LOADERS));
    }
}

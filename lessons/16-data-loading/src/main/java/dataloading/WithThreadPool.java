package dataloading;

import java.util.concurrent.Executors;

/** A pool of loaders, and a queue of futures. */
public final class WithThreadPool implements Epoch {

    private final Epoch epoch;

    /** Loads at most {@code ahead} batches ahead of the trainer, with this many loaders. */
    public WithThreadPool(int loaders, int ahead) {
        var named = Thread.ofPlatform().name("loader-", 1).factory();
        epoch = new QueueOfFutures(ahead, () -> Executors.newFixedThreadPool(loaders, named));
    }

    @Override
    public void run(Dataset data, Trainer trainer) throws Exception {
        epoch.run(data, trainer);
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new WithThreadPool(Example.LOADERS, Example.LOADERS));
    }
}

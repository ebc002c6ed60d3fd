package dataloading;

import java.util.concurrent.Executors;

/** Wrong on purpose: a virtual thread for each batch, and no limit. All batches are in memory at the same time. */
public final class AllAtOnce implements Epoch {

    @Override
    public void run(Dataset data, Trainer trainer) throws Exception {
        new QueueOfFutures(data.size(), Executors::newVirtualThreadPerTaskExecutor).run(data, trainer);
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new AllAtOnce());
    }
}

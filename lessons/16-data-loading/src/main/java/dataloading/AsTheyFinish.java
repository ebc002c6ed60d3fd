package dataloading;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Wrong on purpose: trains on the batches in the order in which the loaders finish them. */
public final class AsTheyFinish implements Epoch {

    private final int loaders;
    private final int ahead;

    /** Loads at most {@code ahead} batches ahead of the trainer, with this many loaders. */
    public AsTheyFinish(int loaders, int ahead) {
        this.loaders = loaders;
        this.ahead = ahead;
    }

    @Override
    public void run(Dataset data, Trainer trainer) throws Exception {
        var numbers = IntStream.rangeClosed(1, data.size()).iterator();
        var named = Thread.ofPlatform().name("loader-", 1).factory();
        try (var threads = Executors.newFixedThreadPool(loaders, named)) {
            var finished = new ExecutorCompletionService<Batch>(threads);
            try {
                int started = 0;
                do {
                    while (numbers.hasNext() && started <= ahead) {
                        int number = numbers.next();
                        finished.submit(() -> data.load(number));
                        started++;
                    }
                } while (started-- > 0 && trainer.train(finished.take().get()));
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof Exception cause ? cause : failed;
            } finally {
                threads.shutdownNow();
            }
        }
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new AsTheyFinish(Example.LOADERS, Example.LOADERS));
    }
}

package dataloading;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One loader loads the next batch while the trainer trains. */
public final class OneAhead implements Epoch {

    @Override
    public void run(Dataset data, Trainer trainer) throws Exception {
        if (data.size() == 0) {
            return; // there is no first batch to load
        }
        var named = Thread.ofPlatform().name("loader").factory();
        try (var loader = Executors.newSingleThreadExecutor(named)) {
            Future<Batch> next = loader.submit(() -> data.load(1));
            try {
                for (int number = 2; number <= data.size(); number++) {
                    Batch batch = next.get();
                    int following = number;
                    next = loader.submit(() -> data.load(following));
                    if (!trainer.train(batch)) {
                        return;
                    }
                }
                trainer.train(next.get());
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof Exception cause ? cause : failed;
            } finally {
                next.cancel(true);
            }
        }
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new OneAhead());
    }
}

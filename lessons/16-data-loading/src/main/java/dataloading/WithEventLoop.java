package dataloading;

import interleave.eventloop.EventLoop;
import interleave.eventloop.Repetition;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** A task on the loop for each batch, and a queue of futures, which limits the number of tasks. */
public final class WithEventLoop implements Epoch {

    private final int ahead;

    /** Loads at most {@code ahead} batches ahead of the trainer. */
    public WithEventLoop(int ahead) {
        this.ahead = ahead;
    }

    @Override
    public void run(Dataset data, Trainer trainer) throws Exception {
        EventLoop.run(loop -> {
            Queue<CompletableFuture<Batch>> started = new ArrayDeque<>();
            var numbers = IntStream.rangeClosed(1, data.size()).iterator();
            return Repetition.whileTrue(loop, () -> {
                while (numbers.hasNext() && started.size() <= ahead) {
                    int number = numbers.next();
                    started.add(loop.createTask("batch " + number, () -> data.loadOn(loop, number)));
                }
                return started.isEmpty()
                        ? loop.completed(false)
                        : started.remove().thenCompose(batch -> trainer.trainOn(loop, batch));
            });
        }); // closing the loop cancels the tasks that still load
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new WithEventLoop(Example.LOADERS));
    }
}

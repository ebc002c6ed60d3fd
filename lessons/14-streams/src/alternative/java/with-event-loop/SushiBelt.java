package streams;

import interleave.eventloop.AsyncQueue;
import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** A cook puts plates on a belt, and a guest eats one after the other. */
final class SushiBelt {

    private static final int FISH = 20;

    /**
     * Serves a guest, who leaves after {@code hunger} plates. Then the cook stops, and the method returns.
     *
     * @param places how many plates can stand on the belt
     * @param hunger how many plates the guest eats
     */
    static void serve(int places, int hunger) throws Exception {
        EventLoop.run(loop -> {
            var belt = new AsyncQueue<Integer>(loop, places);
            loop.createTask("cook", () -> cookOn(loop, belt, 1)); // the loop cancels it when the guest has left
            return eatOn(loop, belt, hunger);
        });
    }

    private static CompletionStage<Void> cookOn(EventLoop loop, AsyncQueue<Integer> belt, int plate) {
        if (plate > FISH) {
            return loop.completed(null);
        }
        return loop.sleep(Duration.ofSeconds(1))
                .thenCompose(cooked -> belt.put(plate))
                .thenRun(() -> IO.println("On the belt: plate " + plate))
                .thenCompose(put -> cookOn(loop, belt, plate + 1));
    }

    private static CompletionStage<Void> eatOn(EventLoop loop, AsyncQueue<Integer> belt, int hunger) {
        if (hunger == 0) {
            return loop.completed(null);
        }
        return belt.take()
                .thenAccept(plate -> IO.println("Eating plate " + plate))
                .thenCompose(served -> loop.sleep(Duration.ofMillis(2_500)))
                .thenCompose(eaten -> eatOn(loop, belt, hunger - 1));
    }

    static void main() throws Exception {
        serve(2, 3);
    }
}

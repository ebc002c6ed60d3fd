package blockingtheloop;

import static java.util.concurrent.TimeUnit.SECONDS;

import interleave.eventloop.EventLoop;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;

/** The task hands its blocking call over to a pool, and continues on the loop with the result. */
public final class HandedOver implements GameServer {

    @Override
    public Lateness play(Example example) throws Exception {
        try (var pool = new ThreadPoolExecutor(2, 2, 0, SECONDS, new ArrayBlockingQueue<>(10))) {
            return EventLoop.run(loop -> {
                var shown = loop.createTask("high scores", () -> show(loop, example.call(), pool));
                return shown.thenCombine(new Games(loop, example).play(), (ended, lateness) -> lateness);
            });
        }
    }

    private static CompletionStage<Void> show(EventLoop loop, BlockingCall call, ExecutorService pool) {
        return loop.sleep(Example.ASKED)
                .thenCompose(asked -> loop.toThread(pool, () -> call.load(loop)))
                .thenAccept(scores -> IO.println("High scores: " + scores));
    }

    static void main(String[] args) throws Exception {
        Example.of(args).play(new HandedOver());
    }
}

package blockingtheloop;

import interleave.eventloop.EventLoop;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Wrong on purpose: one task makes a blocking call on the loop's thread, and all games freeze until it returns. */
public final class BlockedGames implements GameServer {

    @Override
    public Lateness play(Example example) throws Exception {
        return EventLoop.run(loop -> start(loop, example));
    }

    static CompletionStage<Lateness> start(EventLoop loop, Example example) {
        var shown = loop.createTask("high scores", () -> show(loop, example.call()));
        return shown.thenCombine(new Games(loop, example).play(), (ended, lateness) -> lateness);
    }

    private static CompletionStage<Void> show(EventLoop loop, BlockingCall call) {
        return loop.sleep(Example.ASKED).thenRun(() -> IO.println("High scores: " + load(call, loop)));
    }

    private static String load(BlockingCall call, EventLoop loop) {
        try {
            return call.load(loop);
        } catch (Exception failure) {
            throw new CompletionException(failure);
        }
    }

    static void main(String[] args) throws Exception {
        Example.of(args).play(new BlockedGames());
    }
}

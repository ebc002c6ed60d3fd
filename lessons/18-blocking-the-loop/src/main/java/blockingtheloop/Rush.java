package blockingtheloop;

import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;

/** Eight players ask for the high scores at the same moment. Each query takes a second. */
final class Rush {

    private static final int PLAYERS = 8;

    private final ExecutorService pool;

    Rush(ExecutorService pool) {
        this.pool = pool;
    }

    void run() throws Exception {
        EventLoop.run(loop -> loop.gather(IntStream.rangeClosed(1, PLAYERS)
                .mapToObj(player -> loop.createTask("player-" + player, () -> ask(loop, player)))
                .toList()));
    }

    private CompletionStage<Void> ask(EventLoop loop, int player) {
        return loop.toThread(pool, Rush::query)
                .exceptionally(Rush::refusal)
                .thenAccept(answer -> IO.println("Player " + player + ": " + answer));
    }

    private static String query() throws InterruptedException {
        Thread.sleep(ofSeconds(1));
        return "here are the high scores";
    }

    private static String refusal(Throwable failure) {
        if (failure instanceof RejectedExecutionException) {
            return "busy, please try again later";
        }
        throw new CompletionException(failure);
    }
}

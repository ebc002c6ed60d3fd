package streams;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Needs some time for each line, and prints it. Leaves after some lines. */
public final class SlowHandler implements LineHandler {

    private final Duration pause;
    private final int wanted;
    private final Backlog backlog;
    private int handled;

    /** Leaves after {@code wanted} lines. */
    public SlowHandler(Duration pause, int wanted, Backlog backlog) {
        this.pause = pause;
        this.wanted = wanted;
        this.backlog = backlog;
    }

    @Override
    public boolean handle(String line) throws InterruptedException {
        backlog.taken();
        Thread.sleep(pause);
        return done(line);
    }

    @Override
    public CompletionStage<Boolean> handleOn(EventLoop loop, String line) {
        backlog.taken();
        return loop.sleep(pause).thenApply(slept -> done(line));
    }

    private boolean done(String line) {
        IO.println("Handled " + line);
        handled++;
        return handled < wanted;
    }
}

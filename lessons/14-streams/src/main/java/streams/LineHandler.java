package streams;

import interleave.eventloop.EventLoop;
import java.util.concurrent.CompletionStage;

/** Handles the lines, one at a time. */
public interface LineHandler {

    /** Handles a line, and may block. Returns whether it wants another one. */
    boolean handle(String line) throws Exception;

    /** Like {@link #handle}, without blocking the loop. */
    default CompletionStage<Boolean> handleOn(EventLoop loop, String line) {
        return loop.toThread(() -> handle(line));
    }
}

package streams;

import interleave.eventloop.EventLoop;
import java.util.concurrent.CompletionStage;

/** What is done with each line. */
public interface LineHandler {

    /** Handles a line, and may block. Returns whether it wants another one. */
    boolean handle(String line) throws Exception;

    /** As {@link #handle}, without blocking the loop. */
    default CompletionStage<Boolean> handleOn(EventLoop loop, String line) {
        return loop.toThread(() -> handle(line));
    }
}

package streams;

import interleave.eventloop.EventLoop;
import java.util.Locale;
import java.util.concurrent.CompletionStage;

/** Counts the lines of a {@link RequestLog}, and the failed requests among them. */
final class ErrorCounter implements LineHandler {

    private long lines;
    private long errors;

    @Override
    public boolean handle(String line) {
        lines++;
        if (line.endsWith(" 500")) {
            errors++;
        }
        return true;
    }

    @Override
    public CompletionStage<Boolean> handleOn(EventLoop loop, String line) {
        return loop.completed(handle(line));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d lines, %,d of them failed requests", lines, errors);
    }
}

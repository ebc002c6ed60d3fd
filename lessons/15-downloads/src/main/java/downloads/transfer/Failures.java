package downloads.transfer;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Converts network failures into exceptions with messages for the user. */
final class Failures {

    private Failures() {}

    /** Returns the failure of a step of {@link LoopDownload}. Only network and disk failures are for the user. */
    static Throwable ofStep(Throwable failure, Duration patience) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof Error ? cause : asIOException(cause, patience);
    }

    static IOException asIOException(Throwable failure, Duration patience) {
        return switch (failure) {
            case CompletionException wrapped
            when wrapped.getCause() != null -> asIOException(wrapped.getCause(), patience);
            case ExecutionException wrapped -> asIOException(wrapped.getCause(), patience);
            case TimeoutException stalled ->
                new IOException(
                        "no bytes for " + patience.toSeconds() + " s, although the connection is open", stalled);
            case ConnectException refused -> new IOException("cannot connect to the server", refused);
            case IOException other -> other;
            default -> new IOException(failure.toString(), failure);
        };
    }
}

package scraper.web;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Explains in a few words why a page could not be fetched. */
record FailureMessages(Limits limits) {

    /** What was typed is no address. */
    static FetchException ofAddress(Exception wrong) {
        return new FetchException("this is no address: one looks like https://example.com", wrong);
    }

    /** For a future of the loop, whose cancellation is no failure to be explained. */
    Throwable unlessCancelled(Throwable failure) {
        return causeOf(failure) instanceof CancellationException cancelled ? cancelled : of(failure);
    }

    FetchException of(Throwable failure) {
        Throwable cause = causeOf(failure);
        return cause instanceof FetchException known ? known : new FetchException(words(cause), cause);
    }

    private static Throwable causeOf(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private String words(Throwable failure) {
        return switch (failure) {
            case TimeoutException late -> "not done within " + limits.time().toMillis() / 1000.0 + " s";
            case IllegalArgumentException wrong -> ofAddress(wrong).getMessage();
            case ConnectException nowhere
            when nowhere.getCause() instanceof UnresolvedAddressException -> "there is no such host";
            case ConnectException refused -> "nobody listens there";
            case SSLException insecure -> "no secure connection: " + insecure.getMessage();
            case IOException tooLarge
            when String.valueOf(tooLarge.getMessage()).contains("exceeds capacity") ->
                "larger than " + limits.bytes() / 1000 + " kB";
            case IOException broken -> "the connection broke: " + broken.getMessage();
            default -> failure.toString();
        };
    }
}

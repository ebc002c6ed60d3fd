package scraper.web;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Translates exceptions of the HTTP client into messages for the user. */
record FailureMessages(Limits limits) {

    private static final Pattern CLASS_NAME = Pattern.compile("\\b(?:[a-z]\\w*\\.)+[A-Z][\\w$]*(?:: )?");

    /** The exception for an invalid address. */
    static FetchException invalidAddress() {
        return new FetchException("not a valid address (example: https://example.com)");
    }

    /** The exception for a page, or a response, that is larger than the limit. */
    static FetchException tooLarge(Limits limits) {
        return new FetchException("larger than " + limits.bytes() / 1000 + " kB");
    }

    /** Keeps a cancellation as it is: the future of the loop must stay cancelled. */
    Throwable unlessCancelled(Throwable failure) {
        return causeOf(failure) instanceof CancellationException cancelled ? cancelled : of(failure);
    }

    FetchException of(Throwable failure) {
        Throwable cause = causeOf(failure);
        return cause instanceof FetchException known ? known : new FetchException(message(cause), cause);
    }

    private static Throwable causeOf(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private String message(Throwable failure) {
        return switch (failure) {
            case TimeoutException timeout -> "timed out after " + limits.time().toMillis() / 1000.0 + " s";
            case UnknownHostException unknown -> "unknown host";
            case ConnectException unresolved
            when unresolved.getCause() instanceof UnresolvedAddressException -> "unknown host";
            case ConnectException refused when !detail(refused).contains("unreachable") -> "connection refused";
            case ConnectException unreachable -> withDetail("no connection", unreachable);
            case NoRouteToHostException unreachable -> withDetail("no connection", unreachable);
            case SSLException insecure -> withDetail("no secure connection", insecure);
            case IOException tooLarge
            when detail(tooLarge).contains("exceeds capacity") ->
                tooLarge(limits).getMessage();
            case IOException broken -> withDetail("the connection broke", broken);
            default -> withDetail("an error in the program", failure);
        };
    }

    private static String withDetail(String message, Throwable failure) {
        String detail = detail(failure);
        return detail.isEmpty() ? message : message + ": " + detail;
    }

    /** The message of an exception without names of Java classes, which mean nothing to the user. */
    private static String detail(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? "" : CLASS_NAME.matcher(message).replaceAll("").strip();
    }
}

package errors;

import java.net.URI;
import java.net.http.HttpTimeoutException;

/** The outcome of one address. Its text is the line that is printed for it. */
public sealed interface Result {

    /** The address that was fetched. */
    URI address();

    /** The body has arrived. */
    record Fetched(URI address, String body) implements Result {
        @Override
        public String toString() {
            return "Fetched: " + address.getPath();
        }
    }

    /** There is no body. The exception says why. */
    record Missing(URI address, Throwable failure) implements Result {
        @Override
        public String toString() {
            return switch (failure) {
                case HttpTimeoutException late -> "Timeout: " + address.getPath();
                case StatusException error when error.isClientError() -> "Client error: " + error.getMessage();
                case StatusException error -> "Unexpected error: " + error.getMessage();
                default -> "Unexpected error: " + address.getPath() + ": " + failure;
            };
        }
    }
}

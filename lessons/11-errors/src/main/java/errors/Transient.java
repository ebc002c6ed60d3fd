package errors;

import java.io.IOException;

/** Which failures are transient: the same request may succeed a moment later. */
final class Transient {
    private static final int TOO_MANY_REQUESTS = 429;

    private Transient() {}

    static boolean test(Throwable failure) {
        return switch (failure) {
            case StatusException error -> !error.isClientError() || error.status() == TOO_MANY_REQUESTS;
            case IOException timeoutOrConnection -> true;
            default -> false; // an interruption, or a bug in the program
        };
    }
}

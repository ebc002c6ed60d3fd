package errors;

import java.net.URI;

/** The web, for callers that may block. */
public interface Web {

    /**
     * Blocks until the body has arrived.
     *
     * @throws Exception if it does not arrive: an {@link java.net.http.HttpTimeoutException} after the timeout, a
     *     {@link StatusException} if the status is not 200, an {@link InterruptedException} if the thread is
     *     interrupted, or another exception
     */
    String get(URI address) throws Exception;
}

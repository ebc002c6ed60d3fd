package errors;

import java.net.URI;
import java.util.List;

/**
 * Fetches several addresses, some of which fail. The examples come from "Mastering async/await", whose safe fetch turns
 * each exception into a message and a missing result, and from "Unlocking the Secrets of asyncio".
 */
public interface Fetcher {

    /**
     * Collects all: prints a line for each address as soon as its result is known, and returns the results in the order
     * of the addresses. A failed fetch is a result too.
     *
     * @throws Exception when the call itself fails; {@link InterruptedException} when the thread is interrupted
     */
    List<Result> collectAll(List<URI> addresses) throws Exception;

    /**
     * Fails fast: returns all bodies, or throws the first exception. Before that, it stops the other fetches and waits
     * for their end. Their exceptions are suppressed exceptions of the first.
     *
     * @throws Exception that of the fetch, not wrapped; {@link InterruptedException} when the thread is interrupted
     */
    List<String> failFast(List<URI> addresses) throws Exception;
}

package limits;

import java.net.URI;
import java.util.List;

/**
 * Fetches from a server that does not want too many requests at once. From "Mastering async/await" and "Unlocking the
 * Secrets of asyncio", where a semaphore lets five in at a time.
 */
public interface Fetcher {

    /**
     * Fetches all addresses and returns the status of each answer, in the order asked for.
     *
     * @throws Exception when a request fails; {@link InterruptedException} when the fetcher is told to stop
     */
    List<Integer> fetchAll(List<URI> addresses) throws Exception;
}

package limits;

import java.net.URI;
import java.util.List;

/**
 * Fetches pages from a server that limits the number of requests at once. The example comes from "Mastering
 * async/await" and "Unlocking the Secrets of asyncio", where a semaphore admits five at a time.
 */
public interface Fetcher {

    /**
     * Fetches all addresses, and returns the status of each response, in the order of the addresses.
     *
     * @throws Exception when a request fails; {@link InterruptedException} when the thread is interrupted
     */
    List<Integer> fetchAll(List<URI> addresses) throws Exception;
}

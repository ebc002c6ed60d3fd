package fetch;

import java.net.URI;
import java.util.List;

/**
 * Fetches users over HTTP. From "Mastering async/await", which fetches three, and "Learning asyncio for Enhanced
 * Performance", which fetches a hundred.
 */
public interface Fetcher {

    /**
     * Fetches the users at these addresses, and returns them in this order.
     *
     * @throws Exception if a user cannot be fetched; {@link InterruptedException} if the calling thread is interrupted
     */
    List<User> fetchAll(List<URI> addresses) throws Exception;
}

package timeoutsandcancellation;

/**
 * Fetches a page, and gives up if the page has not arrived by a deadline. The example comes from "Unlocking the Secrets
 * of asyncio" and "Mastering async/await", where {@code asyncio.wait_for} limits the time of a fetch.
 */
@FunctionalInterface
public interface Fetcher {

    /**
     * Fetches from {@code source}, and cancels the fetch at the deadline, or when the calling thread is interrupted.
     * Returns when the fetch has ended.
     *
     * @throws DeadlineExceededException if the page has not arrived by the deadline
     * @throws Exception if the fetch fails: its exception, or one that wraps it; {@link InterruptedException} when the
     *     thread is interrupted
     */
    String fetch(Source source, Deadline deadline) throws Exception;
}

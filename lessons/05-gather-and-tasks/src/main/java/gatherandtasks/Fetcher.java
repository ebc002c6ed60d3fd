package gatherandtasks;

import java.time.Duration;
import java.util.List;

/**
 * Fetches from several sources: starts all and waits, or starts now and collects later. From "Mastering async/await",
 * which compares {@code gather} and {@code create_task}.
 */
public interface Fetcher {

    /**
     * Fetches from all sources and waits, like {@code asyncio.gather}. The results are in the order of the sources.
     *
     * @throws Exception if a source fails: a {@link FetchFailedException}, or an exception that wraps it
     */
    List<String> fetchAll(List<Source> sources) throws Exception;

    /**
     * Starts two fetches, does other work, and then collects the results, like {@code asyncio.create_task}.
     *
     * @throws Exception like {@link #fetchAll}
     */
    List<String> fetchDuringOtherWork(Source first, Source second, Duration otherWork) throws Exception;

    /**
     * Like {@link #fetchAll}, but prints an exception and waits for {@code afterwards}, to show what happens to the
     * other fetches.
     */
    default void fetchAllAndGoOn(List<Source> sources, Duration afterwards) throws Exception {
        try {
            fetchAll(sources);
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            IO.println("Failed: " + cause.getMessage());
        }
        Thread.sleep(afterwards);
    }

    /** Does other work on the calling thread, and prints when it starts and ends. */
    static void doOtherWork(Duration duration) throws InterruptedException {
        IO.println("Doing other work");
        Thread.sleep(duration);
        IO.println("Other work done");
    }
}

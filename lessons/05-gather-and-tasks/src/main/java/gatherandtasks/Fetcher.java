package gatherandtasks;

import java.time.Duration;
import java.util.List;

/**
 * Fetches from several sources: all and wait for them, or start now and ask later. From "Mastering async/await", which
 * puts {@code gather} beside {@code create_task}.
 */
public interface Fetcher {

    /**
     * Fetches from all sources and waits for all: {@code asyncio.gather}. The results are in the order of the sources.
     *
     * @throws Exception when a source is broken: a {@link FetchFailedException}, or what the version wraps it in
     */
    List<String> fetchAll(List<Source> sources) throws Exception;

    /**
     * Starts two fetches, does other work for this long, then asks for the results: {@code asyncio.create_task}.
     *
     * @throws Exception as {@link #fetchAll}
     */
    List<String> fetchDuringOtherWork(Source first, Source second, Duration otherWork) throws Exception;

    /**
     * As {@link #fetchAll}, but a failure is not the end: it is printed, and the program goes on for
     * {@code afterwards}, in which one can see what has become of the other fetches.
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

    /** Other work, on the calling thread; prints when it begins and ends. */
    static void doOtherWork(Duration duration) throws InterruptedException {
        IO.println("Doing other work");
        Thread.sleep(duration);
        IO.println("Other work done");
    }
}

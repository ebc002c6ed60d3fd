package downloads;

import java.net.URI;
import java.util.List;

/**
 * Downloads many files, a limited number of them at once. A failure does not affect the other files. From the article
 * "Learning asyncio for Enhanced Performance", which mentions downloads as a task that mostly waits.
 */
public interface Downloader {

    /** Waits until all downloads have ended, and returns one result for each address, in the same order. */
    List<Result> downloadAll(List<URI> addresses) throws Exception;
}

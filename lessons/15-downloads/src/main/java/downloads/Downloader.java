package downloads;

import java.net.URI;
import java.util.List;

/**
 * Downloads many files, a limited number of them at once. A file that fails costs no other file. From the article
 * "Learning asyncio for Enhanced Performance", which names downloads as a task that mostly waits.
 */
public interface Downloader {

    /** Returns when every download has ended: one result for each address, in the same order. */
    List<Result> downloadAll(List<URI> addresses) throws Exception;
}

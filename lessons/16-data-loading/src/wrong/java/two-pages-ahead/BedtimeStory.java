// says: Expected "Fetching page 3" at 5 s, but it was printed at 4 s.
// says: page 2 was not being read yet
package dataloading;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;

/** A grandfather reads a story aloud. Its pages are in another room, and have to be fetched. */
final class BedtimeStory {

    /**
     * Reads a story aloud. While a page is being read, the next one is fetched, but no others. When the story ends, no
     * thread is left running.
     *
     * @param fetching how long it takes to fetch a page
     */
    static void read(int pages, Duration fetching) throws Exception {
        var fetched = new ArrayBlockingQueue<String>(1);
        try (var child = Executors.newSingleThreadExecutor()) {
            child.submit(() -> {
                for (int page = 1; page <= pages; page++) {
                    fetched.put(fetch(page, fetching));
                }
                return null;
            });
            for (int page = 1; page <= pages; page++) {
                readAloud(fetched.take());
            }
        }
    }

    private static String fetch(int page, Duration fetching) throws InterruptedException {
        IO.println("Fetching page " + page);
        Thread.sleep(fetching);
        return "page " + page;
    }

    private static void readAloud(String page) throws InterruptedException {
        IO.println("Reading " + page);
        Thread.sleep(Duration.ofSeconds(3));
    }

    static void main() throws Exception {
        read(4, Duration.ofSeconds(2));
    }
}

// says: Expected no page 5, but it was fetched.
package dataloading;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A grandfather reads a story aloud. Its pages are in another room, and have to be fetched. */
final class BedtimeStory {

    /**
     * Reads a story aloud. While a page is being read, the next one is fetched, but no others. When the story ends, no
     * thread is left running.
     *
     * @param fetching how long it takes to fetch a page
     */
    static void read(int pages, Duration fetching) throws Exception {
        try (var child = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> next = child.submit(() -> fetch(1, fetching));
            for (int page = 1; page <= pages; page++) {
                String fetched = next.get();
                int following = page + 1;
                next = child.submit(() -> fetch(following, fetching));
                readAloud(fetched);
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

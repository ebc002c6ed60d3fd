package dataloading;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;

/** A grandfather reads a story aloud. Its pages are in another room, and have to be fetched. */
final class BedtimeStory {

    /**
     * Reads a story aloud. While a page is being read, the next one is fetched, but no others. When the story ends, no
     * thread is left running.
     *
     * @param fetching how long it takes to fetch a page
     */
    static void read(int pages, Duration fetching) throws Exception {
        var hand = new SynchronousQueue<String>();
        try (var child = Executors.newSingleThreadExecutor()) {
            child.submit(() -> {
                for (int page = 1; page <= pages; page++) {
                    hand.put(fetch(page, fetching));
                }
                return null;
            });
            for (int page = 1; page <= pages; page++) {
                readAloud(hand.take());
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

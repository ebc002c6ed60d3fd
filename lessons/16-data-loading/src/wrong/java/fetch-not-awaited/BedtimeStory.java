// says: Expected "Reading page 2" at 10 s, but it was printed at 8 s.
package dataloading;

import java.time.Duration;

/** A grandfather reads a story aloud. Its pages are in another room, and have to be fetched. */
final class BedtimeStory {

    /**
     * Reads a story aloud. While a page is being read, the next one is fetched, but no others. When the story ends, no
     * thread is left running.
     *
     * @param fetching how long it takes to fetch a page
     */
    static void read(int pages, Duration fetching) throws Exception {
        readAloud(fetchAnd(1, pages, fetching));
        for (int page = 2; page <= pages; page++) {
            readAloud("page " + page);
        }
    }

    private static String fetchAnd(int page, int pages, Duration fetching) throws InterruptedException {
        String fetched = fetch(page, fetching);
        Thread.ofVirtual().start(() -> {
            try {
                for (int next = page + 1; next <= pages; next++) {
                    fetch(next, fetching);
                    Thread.sleep(
                            Duration.ofSeconds(3).minus(fetching).isPositive()
                                    ? Duration.ofSeconds(3).minus(fetching)
                                    : Duration.ZERO);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        return fetched;
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

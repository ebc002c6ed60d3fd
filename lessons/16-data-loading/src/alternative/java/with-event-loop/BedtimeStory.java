package dataloading;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** A grandfather reads a story aloud. Its pages are in another room, and have to be fetched. */
final class BedtimeStory {

    /**
     * Reads a story aloud. While a page is being read, the next one is fetched, but no others. When the story ends, no
     * thread is left running.
     *
     * @param fetching how long it takes to fetch a page
     */
    static void read(int pages, Duration fetching) throws Exception {
        EventLoop.run(loop -> loop.toThread(() -> fetch(1, fetching))
                .thenCompose(first -> readFrom(loop, 1, first, pages, fetching)));
    }

    private static CompletionStage<Void> readFrom(
            EventLoop loop, int page, String current, int pages, Duration fetching) {
        var read = loop.toThread(() -> {
            readAloud(current);
            return current;
        });
        if (page == pages) {
            return read.thenApply(end -> null);
        }
        var next = loop.toThread(() -> fetch(page + 1, fetching));
        return read.thenCompose(end -> next).thenCompose(fetched -> readFrom(loop, page + 1, fetched, pages, fetching));
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

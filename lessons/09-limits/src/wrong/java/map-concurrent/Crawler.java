// says: A page waited although a permit was free
// says: or for the oldest page
package limits;

import static java.time.Duration.ofSeconds;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Gatherers;

/** Fetches the pages of a site that limits how many may be fetched at once. */
final class Crawler {

    record Page(String name, Duration time, boolean works) {

        /** @throws IOException after its time, if the page is broken */
        String fetch() throws InterruptedException, IOException {
            IO.println("Fetching " + name);
            try {
                Thread.sleep(time);
            } finally {
                IO.println("Ended " + name);
            }
            if (!works) {
                throw new IOException(name + " is broken");
            }
            return name;
        }
    }

    private final int limit;

    /** All calls together fetch at most {@code limit} pages at once. */
    Crawler(int limit) {
        this.limit = limit;
    }

    /** Returns the results in the order of the pages. The result of a broken page is "no " and its name. */
    List<String> fetchAll(List<Page> pages) throws Exception {
        return pages.stream()
                .gather(Gatherers.mapConcurrent(limit, page -> {
                    try {
                        return fetch(page);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
    }

    private static String fetch(Page page) throws InterruptedException {
        try {
            return page.fetch();
        } catch (IOException broken) {
            return "no " + page.name();
        }
    }

    static void main() throws Exception {
        var pages = List.of(
                new Page("index", ofSeconds(3), true),
                new Page("news", ofSeconds(1), false),
                new Page("about", ofSeconds(1), true),
                new Page("contact", ofSeconds(1), true));
        IO.println(new Crawler(2).fetchAll(pages));
    }
}

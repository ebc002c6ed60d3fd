// says: Expected "Fetching news" at 0 s
// says: let each take one permit
package limits;

import static java.time.Duration.ofSeconds;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

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

    private final Semaphore permits;

    /** All calls together fetch at most {@code limit} pages at once. */
    Crawler(int limit) {
        permits = new Semaphore(limit);
    }

    /** Returns the results in the order of the pages. The result of a broken page is "no " and its name. */
    List<String> fetchAll(List<Page> pages) throws Exception {
        var fetches =
                pages.stream().<Callable<String>>map(page -> () -> fetch(page)).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<String>();
            for (var fetched : threads.invokeAll(fetches)) {
                results.add(fetched.get());
            }
            return results;
        }
    }

    private String fetch(Page page) throws InterruptedException {
        permits.acquire(Math.min(2, permits.availablePermits() + 1));
        try {
            return page.fetch();
        } catch (IOException broken) {
            return "no " + page.name();
        } finally {
            permits.release();
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

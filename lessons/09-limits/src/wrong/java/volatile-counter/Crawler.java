// says: Race condition under another schedule
// says: Make them one step
package limits;

import static java.time.Duration.ofSeconds;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

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

    List<String> fetchAll(List<Page> pages) throws Exception {
        var fetches = pages.stream()
                .<Callable<String>>map(page -> () -> {
                    while (now >= limit) Thread.sleep(1);
                    now++;
                    try {
                        return fetch(page);
                    } finally {
                        now--;
                    }
                })
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<String>();
            for (var fetched : threads.invokeAll(fetches)) results.add(fetched.get());
            return results;
        }
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

    private volatile int now;
}

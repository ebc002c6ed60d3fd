package scraper;

import java.util.List;
import org.junit.jupiter.api.Named;
import scraper.web.AsyncWeb;
import scraper.web.Web;

/** The versions of the lesson, for parameterized tests. */
final class Versions {

    /** Creates a scraper that fetches at most {@code atOnce} pages at once. */
    interface Version {
        <W extends Web & AsyncWeb> Scraper of(W web, int atOnce);
    }

    private static final Version SEQUENTIAL = new Version() {
        @Override
        public <W extends Web & AsyncWeb> Scraper of(W web, int atOnce) {
            return new Sequential(web);
        }
    };
    private static final Version THREAD_POOL = new Version() {
        @Override
        public <W extends Web & AsyncWeb> Scraper of(W web, int atOnce) {
            return new WithThreadPool(web, atOnce);
        }
    };
    private static final Version EVENT_LOOP = new Version() {
        @Override
        public <W extends Web & AsyncWeb> Scraper of(W web, int atOnce) {
            return new WithEventLoop(web, atOnce);
        }
    };
    private static final Version VIRTUAL_THREADS = new Version() {
        @Override
        public <W extends Web & AsyncWeb> Scraper of(W web, int atOnce) {
            return new WithVirtualThreads(web, atOnce);
        }
    };

    private Versions() {}

    static List<Named<Version>> all() {
        return List.of(
                Named.of("Sequential", SEQUENTIAL),
                Named.of("Thread pool", THREAD_POOL),
                Named.of("Event loop", EVENT_LOOP),
                Named.of("Virtual threads", VIRTUAL_THREADS));
    }

    static List<Named<Version>> concurrent() {
        return all().subList(1, 4);
    }
}

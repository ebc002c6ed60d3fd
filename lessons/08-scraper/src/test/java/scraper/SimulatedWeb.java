package scraper;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import scraper.web.AsyncWeb;
import scraper.web.FetchException;
import scraper.web.Page;
import scraper.web.Web;

/** A web without sockets. A fetch is only a pause, after which the page arrives or the fetch fails. */
final class SimulatedWeb implements Web, AsyncWeb {

    private record Planned(Duration time, Result result) {}

    private final Map<String, Planned> pages = new LinkedHashMap<>();
    private final Set<String> crashing = new HashSet<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();

    /** The eleven addresses of the lesson: "/endless" fails at once, "/hanging" and "/dripping" time out after 2 s. */
    static SimulatedWeb withPagesOfLesson() {
        return new SimulatedWeb()
                .page("/", ofMillis(300))
                .page("/news", ofMillis(500))
                .page("/gallery", ofMillis(700))
                .page("/archive", ofSeconds(1))
                .missing("/missing", ofMillis(100))
                .missing("/broken", ofMillis(300))
                .missing("/refused", ZERO)
                .missing("/reset", ZERO)
                .missing("/endless", ZERO)
                .missing("/hanging", ofSeconds(2))
                .missing("/dripping", ofSeconds(2));
    }

    SimulatedWeb page(String address, Duration time) {
        pages.put(address, new Planned(time, new Result.Fetched(new Page(address, 100, "Title of " + address, 1, 0))));
        return this;
    }

    SimulatedWeb missing(String address, Duration time) {
        pages.put(address, new Planned(time, new Result.Failed(address, "it is broken")));
        return this;
    }

    /** Throws an exception that no version catches. */
    SimulatedWeb crashes(String address) {
        crashing.add(address);
        return missing(address, ZERO);
    }

    List<String> addresses() {
        return List.copyOf(pages.keySet());
    }

    List<Result> results() {
        return pages.values().stream().map(Planned::result).toList();
    }

    /** The largest number of fetches that were in progress at the same time. */
    int peak() {
        return peak.get();
    }

    /** How many fetches are in progress now. */
    int atOnce() {
        return atOnce.get();
    }

    @Override
    public Page fetch(String address) throws FetchException, InterruptedException {
        begin();
        try {
            Thread.sleep(pages.get(address).time());
            return pageAt(address);
        } finally {
            atOnce.decrementAndGet();
        }
    }

    @Override
    public CompletableFuture<Page> fetch(EventLoop loop, String address) {
        begin();
        return loop.sleep(pages.get(address).time())
                .whenComplete((slept, failure) -> atOnce.decrementAndGet())
                .thenCompose(slept -> {
                    try {
                        return CompletableFuture.completedFuture(pageAt(address));
                    } catch (FetchException missing) {
                        return CompletableFuture.failedFuture(missing);
                    }
                });
    }

    private void begin() {
        int now = atOnce.incrementAndGet();
        peak.accumulateAndGet(now, Math::max);
    }

    private Page pageAt(String address) throws FetchException {
        if (crashing.contains(address)) {
            throw new IllegalStateException(address + " crashes");
        }
        return switch (pages.get(address).result()) {
            case Result.Fetched(Page page) -> page;
            case Result.Failed missing -> throw new FetchException(missing.why());
        };
    }
}

package webserver;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The bakery's site, with a large page, and counters of what the server does. */
final class TestSite implements Site {
    static final int LARGE = 30_000_000;

    private final Bakery bakery;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger inProgress = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    TestSite(Duration backEnd) {
        bakery = new Bakery(backEnd);
    }

    @Override
    public Page page(String method, String path, String body) {
        begun.incrementAndGet();
        peak.accumulateAndGet(inProgress.incrementAndGet(), Math::max);
        threads.add(Thread.currentThread());
        Page page = switch (path) {
            case "/echo" -> Page.of(Answer.ok(body));
            case "/large" -> Page.of(Answer.ok("x".repeat(LARGE)));
            default -> bakery.page(method, path, body);
        };
        return new Page(page.backEnd(), () -> {
            inProgress.decrementAndGet();
            return page.content().get();
        });
    }

    /** Waits until the server has begun to handle this many requests in total. */
    void awaitBegun(int requests) {
        await().atMost(2, MINUTES).until(() -> begun.get() == requests);
    }

    void awaitAllCompleted() {
        await().atMost(2, MINUTES).until(() -> inProgress.get() == 0);
    }

    /** The largest number of requests that waited for the back end at the same time. */
    int peak() {
        return peak.get();
    }

    /** The threads on which requests were handled. */
    Set<Thread> threads() {
        return threads;
    }
}

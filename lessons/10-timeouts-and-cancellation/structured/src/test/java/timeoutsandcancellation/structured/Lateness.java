package timeoutsandcancellation.structured;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;

import interleave.localsite.LocalSite;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import timeoutsandcancellation.Deadline;
import timeoutsandcancellation.DeadlineExceededException;
import timeoutsandcancellation.Fetcher;
import timeoutsandcancellation.HttpSource;
import timeoutsandcancellation.WithEventLoop;
import timeoutsandcancellation.WithThreadPool;
import timeoutsandcancellation.WithVirtualThreads;

/**
 * Measures how long after a deadline a fetch returns, and how long after it the server has noticed. The numbers are in
 * README.md. Run its {@code main} on a quiet machine: a test must not depend on them.
 */
final class Lateness {
    private static final Duration LIMIT = ofMillis(50);
    private static final int WARM_UP = 50;
    private static final int ROUNDS = 200;

    private Lateness() {}

    static void main() throws Exception {
        var versions = new LinkedHashMap<String, Fetcher>();
        versions.put("Thread pool", new WithThreadPool());
        versions.put("Event loop", new WithEventLoop());
        versions.put("Virtual threads", new WithVirtualThreads());
        versions.put("Structured scope", new WithStructuredScope());
        try (var client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
                var site = LocalSite.start(pages -> pages.hangs("/silent").neverEnds("/stalls", ofHours(1)))) {
            for (String path : new String[] {"/silent", "/stalls"}) {
                for (Map.Entry<String, Fetcher> version : versions.entrySet()) {
                    measure(path + " " + version.getKey(), version.getValue(), client, site, site.uri(path));
                }
            }
        }
    }

    private static void measure(String name, Fetcher fetcher, HttpClient client, LocalSite site, URI address)
            throws Exception {
        var caller = new double[ROUNDS];
        var server = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            var source = new HttpSource(client, HttpRequest.newBuilder(address).build());
            long deadline = System.nanoTime() + LIMIT.toNanos();
            try {
                throw new AssertionError(fetcher.fetch(source, Deadline.after("page", LIMIT)));
            } catch (DeadlineExceededException late) {
                double returned = millisSince(deadline);
                while (site.traffic().atOnce() > 0) {
                    LockSupport.parkNanos(50_000);
                }
                if (round >= 0) {
                    caller[round] = returned;
                    server[round] = millisSince(deadline);
                }
            }
        }
        IO.println(name + ": the caller returned " + summary(caller) + ", the server had noticed " + summary(server));
    }

    private static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }

    private static String summary(double[] millis) {
        Arrays.sort(millis);
        return String.format(
                Locale.ROOT,
                "%.1f ms (median), %.1f ms (99 %%), %.1f ms (worst)",
                millis[millis.length / 2],
                millis[millis.length * 99 / 100],
                millis[millis.length - 1]);
    }
}

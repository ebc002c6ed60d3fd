package limits;

import static java.time.Duration.ofMillis;

import interleave.localsite.LocalSite;
import interleave.localsite.Pages;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What every version runs: twenty requests to a server that accepts five at once. Each takes a quarter of a second. */
enum Example {

    /** Fetches all pages, and prints what the server has counted. */
    LIMIT {
        @Override
        void fetch(Fetcher fetcher, LocalSite site) throws Exception {
            long begin = System.nanoTime();
            List<Integer> statuses = fetcher.fetchAll(addresses(site));
            var took = Duration.ofNanos(System.nanoTime() - begin);
            IO.println(counted(statuses) + " in " + seconds(took));
            var traffic = site.traffic();
            IO.println("The server served up to " + traffic.peak() + " at once, and rejected " + traffic.tooMany());
        }
    },

    /**
     * Cancels the caller after the first response. What happens to the requests in flight, and to those in the queue?
     */
    CANCEL {
        @Override
        void fetch(Fetcher fetcher, LocalSite site) throws Exception {
            try (var caller = Executors.newSingleThreadExecutor()) {
                var all = caller.submit(() -> fetcher.fetchAll(addresses(site)));
                while (site.traffic().answered() == 0 && !all.isDone()) {
                    Thread.sleep(POLLING_INTERVAL);
                }
                if (!all.cancel(true)) {
                    all.get(); // it has ended already: throw its exception
                }
                IO.println("Cancelled");
            }
            while (site.traffic().atOnce() > 0) {
                Thread.sleep(POLLING_INTERVAL); // until the server has noticed that its clients have disconnected
            }
            var traffic = site.traffic();
            IO.println("The server has answered " + traffic.answered() + " of " + REQUESTS
                    + ", and no request is in progress");
        }
    };

    static final int REQUESTS = 20;
    static final int SERVER_LIMIT = 5;
    static final Duration LATENCY = ofMillis(250);
    private static final Duration POLLING_INTERVAL = ofMillis(10);

    /** @throws IllegalArgumentException when there is no such example */
    static Example of(String... words) {
        return switch (String.join(" ", words)) {
            case "" -> LIMIT;
            case "cancel" -> CANCEL;
            default ->
                throw new IllegalArgumentException("'" + String.join(" ", words)
                        + "' is not an argument of this lesson.\nIt accepts the word cancel, or nothing.");
        };
    }

    /** Runs this example. {@code version} creates a fetcher from a client and a limit. */
    void run(BiFunction<HttpClient, Integer, Fetcher> version) throws Exception {
        try (var site = LocalSite.start(Example::define);
                var client = HttpClient.newBuilder().version(Version.HTTP_1_1).build()) {
            fetch(version.apply(client, SERVER_LIMIT), site);
        }
    }

    private static void define(Pages pages) {
        pages.atMost(SERVER_LIMIT);
        paths().forEach(path -> pages.html(path, "<h1>" + path + "</h1>", LATENCY));
    }

    abstract void fetch(Fetcher fetcher, LocalSite site) throws Exception;

    private static List<URI> addresses(LocalSite site) {
        return paths().stream().map(site::uri).toList();
    }

    private static List<String> paths() {
        return IntStream.rangeClosed(1, REQUESTS)
                .mapToObj(number -> "/pages/" + number)
                .toList();
    }

    /** Such as "5 times 200, 15 times 429". */
    private static String counted(List<Integer> statuses) {
        var counts =
                statuses.stream().collect(Collectors.groupingBy(status -> status, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " times " + count.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}

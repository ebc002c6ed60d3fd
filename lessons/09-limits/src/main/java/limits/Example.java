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

/** What every version runs: twenty requests to a server that serves five at once, each in a quarter of a second. */
enum Example {

    /** Fetches all pages, and prints what the server has counted. */
    LIMIT {
        @Override
        void fetch(Fetcher fetcher, LocalSite site) throws Exception {
            long begun = System.nanoTime();
            List<Integer> statuses = fetcher.fetchAll(addresses(site));
            var took = Duration.ofNanos(System.nanoTime() - begun);
            IO.println(counted(statuses) + " in " + seconds(took));
            var traffic = site.traffic();
            IO.println("The server had " + traffic.peak() + " at once, and turned " + traffic.tooMany() + " away");
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
                    Thread.sleep(SHORTLY);
                }
                if (!all.cancel(true)) {
                    all.get(); // it had ended: throws what it has failed with
                }
                IO.println("Given up");
            }
            while (site.traffic().atOnce() > 0) {
                Thread.sleep(SHORTLY); // until the server has noticed that its clients have disconnected
            }
            var traffic = site.traffic();
            IO.println("The server has answered " + traffic.answered() + " of " + REQUESTS + ", and serves nobody");
        }
    };

    static final int REQUESTS = 20;
    static final int LIMIT_OF_THE_SERVER = 5;
    static final Duration LATENCY = ofMillis(250);
    private static final Duration SHORTLY = ofMillis(10);

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

    /** Runs with a version that is made of a client and the limit. */
    void run(BiFunction<HttpClient, Integer, Fetcher> version) throws Exception {
        try (var site = LocalSite.start(Example::define);
                var client = HttpClient.newBuilder().version(Version.HTTP_1_1).build()) {
            fetch(version.apply(client, LIMIT_OF_THE_SERVER), site);
        }
    }

    private static void define(Pages pages) {
        pages.atMost(LIMIT_OF_THE_SERVER);
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

    /** Such as "15 times 429, 5 times 200". */
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

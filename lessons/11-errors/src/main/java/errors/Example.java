package errors;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import errors.Result.Missing;
import interleave.localsite.LocalSite;
import interleave.localsite.Pages;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What every version runs: the five parts of the start page of a travel agency, of which three cannot be fetched. */
public enum Example {

    /** Shows what has arrived. */
    COLLECT_ALL {
        @Override
        public void run(Fetcher fetcher, List<URI> addresses) throws Exception {
            var results = fetcher.collectAll(addresses);
            var missing = results.stream()
                    .filter(Missing.class::isInstance)
                    .map(result -> result.address().getPath())
                    .toList();
            IO.println("Fetched " + (results.size() - missing.size()) + " of " + results.size() + ", missing: "
                    + String.join(", ", missing));
        }
    },

    /** Shows nothing unless everything has arrived. */
    FAIL_FAST {
        @Override
        public void run(Fetcher fetcher, List<URI> addresses) throws Exception {
            try {
                IO.println("Fetched " + fetcher.failFast(addresses).size());
            } catch (StatusException failed) {
                IO.println("Failed: " + failed.getMessage());
                for (Throwable other : failed.getSuppressed()) {
                    IO.println("Also failed: " + other.getMessage());
                }
            }
        }
    };

    /** A request that takes longer fails. */
    public static final Duration TIMEOUT = ofSeconds(2);

    private static final List<String> PATHS = List.of("/weather", "/flights", "/hotels", "/offers", "/news");

    /** Runs this example with a version. */
    public abstract void run(Fetcher fetcher, List<URI> addresses) throws Exception;

    /**
     * Returns the example with this name: collect-all if there are no arguments.
     *
     * @throws IllegalArgumentException if there is no such example
     */
    public static Example named(String... arguments) {
        String name = arguments.length == 0 ? "collect-all" : String.join(" ", arguments);
        return Arrays.stream(values())
                .filter(example -> example.name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-')
                        .equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown argument '" + name + "'. After --, this lesson accepts collect-all or fail-fast."));
    }

    /** Runs this example over real sockets. {@code version} creates a fetcher. */
    public void run(Function<HttpWeb, Fetcher> version) throws Exception {
        try (var site = LocalSite.start(Example::define);
                var web = new HttpWeb(TIMEOUT)) {
            loadClient(site);
            run(version.apply(web), PATHS.stream().map(site::uri).toList());
        }
    }

    /** On a slow machine, loading the classes of the client could take longer than the timeout. */
    private static void loadClient(LocalSite site) throws Exception {
        try (var web = new HttpWeb(ofSeconds(60))) {
            web.get(site.uri("/"));
        }
    }

    private static void define(Pages pages) {
        pages.html("/", "Welcome", ofSeconds(0))
                .json("/weather", "{\"weather\": \"sunny\"}", ofSeconds(1))
                .status("/flights", 404, ofMillis(500))
                .hangs("/hotels")
                .status("/offers", 500, ofMillis(800))
                .json("/news", "{\"news\": \"none\"}", ofMillis(1_500));
    }

    /** The same pages without sockets. */
    public static SimulatedWeb simulated() {
        return new SimulatedWeb()
                .page("/weather", ofSeconds(1))
                .status("/flights", 404, ofMillis(500))
                .hangs("/hotels", TIMEOUT)
                .status("/offers", 500, ofMillis(800))
                .page("/news", ofMillis(1_500));
    }
}

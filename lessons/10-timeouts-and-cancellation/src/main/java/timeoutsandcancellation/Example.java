package timeoutsandcancellation;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** The examples that every version can run. A page is wanted within a second. */
public enum Example {

    /** The page arrives after 3 s. After the fetch, the program goes on for 2.5 s. */
    SLOW {
        @Override
        public void run(Fetcher fetcher) throws InterruptedException {
            new Caller(fetcher).fetch(new SlowSource(ofSeconds(3)), LIMIT);
            Thread.sleep(ofMillis(2_500));
            IO.println("Other work done");
        }
    },

    /** The page never arrives. After 5 s, the user loses patience. */
    HANGS {
        @Override
        public void run(Fetcher fetcher) throws InterruptedException {
            new Caller(fetcher).fetchUntilInterrupted(new SlowSource(ofHours(1)), LIMIT, ofSeconds(5));
        }
    },

    /** The user closes the page after half a second, and the program goes on for 3 s. */
    CANCEL {
        @Override
        public void run(Fetcher fetcher) throws InterruptedException {
            new Caller(fetcher).fetchUntilInterrupted(new SlowSource(ofSeconds(3)), LIMIT, ofMillis(500));
            Thread.sleep(ofSeconds(3));
            IO.println("Other work done");
        }
    },

    /** A fetch that takes too long is tried again. */
    RETRIES {
        @Override
        public void run(Fetcher fetcher) throws InterruptedException {
            var retries = new Retries(fetcher, new SlowSource(ofSeconds(3)));
            IO.println("A new limit for each try");
            Caller.print(() -> retries.withLimitPerTry(3, LIMIT));
            IO.println("One deadline for all tries");
            Caller.print(() -> retries.withDeadline(ofMillis(400), Deadline.after("page", LIMIT)));
        }
    },

    /** A fetch that ignores the request to stop, and one that does not. */
    INTERRUPT {
        @Override
        public void run(Fetcher fetcher) throws InterruptedException {
            both(fetcher, new SwallowedInterrupt(ofSeconds(3)), new SlowSource(ofSeconds(3)));
        }
    },

    /** A clean-up that takes half a second. */
    CLEANUP {
        @Override
        public void run(Fetcher fetcher) throws InterruptedException {
            both(fetcher, new CleanupCutShort(ofSeconds(3)), new CleanupCompleted(ofSeconds(3)));
        }
    },

    /** A computation of 3 s. */
    COMPUTATION {
        @Override
        public void run(Fetcher fetcher) throws InterruptedException {
            both(fetcher, new NeverChecks(ofSeconds(3)), new ChecksForInterrupt(ofSeconds(3)));
        }
    },

    /** Pages of a real server. */
    HTTP {
        @Override
        public void run(Fetcher fetcher) throws InterruptedException {
            HttpExample.run(fetcher);
        }
    };

    private static final Duration LIMIT = ofSeconds(1);

    /** Runs this example with a version. */
    public abstract void run(Fetcher fetcher) throws InterruptedException;

    private static void both(Fetcher fetcher, Source wrong, Source right) throws InterruptedException {
        for (Source source : new Source[] {wrong, right}) {
            IO.println(source.getClass().getSimpleName());
            new Caller(fetcher).fetch(source, LIMIT);
        }
    }

    /**
     * Returns the example with this name: slow if there are no arguments.
     *
     * @throws IllegalArgumentException if there is no such example
     */
    public static Example named(String... arguments) {
        String name = arguments.length == 0 ? "slow" : String.join(" ", arguments);
        return Arrays.stream(values())
                .filter(example -> example.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown argument '" + name
                        + "'. After --, this lesson accepts slow, hangs, cancel, retries, interrupt, cleanup,"
                        + " computation or http."));
    }
}

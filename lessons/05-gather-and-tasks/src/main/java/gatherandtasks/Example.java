package gatherandtasks;

import static java.time.Duration.ofSeconds;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The examples that every version can run: the two of the article, and the first with a source that fails. */
public enum Example {

    /** Three fetches of 2 s; prints their results. */
    GATHER {
        @Override
        public void run(Fetcher fetcher) throws Exception {
            var sources = List.of(
                    Source.working("users", ofSeconds(2)),
                    Source.working("products", ofSeconds(2)),
                    Source.working("orders", ofSeconds(2)));
            IO.println("Results: " + fetcher.fetchAll(sources));
        }
    },

    /** Two fetches of 2 s during 1 s of other work; prints their results. */
    TASKS {
        @Override
        public void run(Fetcher fetcher) throws Exception {
            var users = Source.working("users", ofSeconds(2));
            var products = Source.working("products", ofSeconds(2));
            IO.println("Results: " + fetcher.fetchDuringOtherWork(users, products, ofSeconds(1)));
        }
    },

    /** Three fetches; the second fails after 1 s. */
    FAILURE {
        @Override
        public void run(Fetcher fetcher) throws Exception {
            var sources = List.of(
                    Source.working("users", ofSeconds(2)),
                    Source.broken("products", ofSeconds(1)),
                    Source.working("orders", ofSeconds(2)));
            fetcher.fetchAllAndGoOn(sources, ofSeconds(2));
        }
    };

    /** Runs this example with a version. */
    public abstract void run(Fetcher fetcher) throws Exception;

    /**
     * Returns the example with this name: gather if there are no arguments.
     *
     * @throws IllegalArgumentException if there is no such example
     */
    public static Example named(String... arguments) {
        String name = arguments.length == 0 ? "gather" : String.join(" ", arguments);
        return Arrays.stream(values())
                .filter(example -> example.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown argument '" + name + "'. After --, this lesson accepts gather, tasks or failure."));
    }
}

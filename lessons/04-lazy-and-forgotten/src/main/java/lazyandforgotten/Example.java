package lazyandforgotten;

import static java.time.Duration.ofSeconds;

import java.util.Arrays;
import java.util.Locale;

/** The examples that every version can run. */
public enum Example {

    /** The greeting of the article, which takes 1 s: called, and run 2 s later. */
    LAZY {
        @Override
        public void run(Caller caller) throws Exception {
            caller.callThenRun(new Greeting("Alice", ofSeconds(1)), ofSeconds(2));
        }
    },

    /** A greeting that fails after 1 s, and its result is discarded. */
    FORGOTTEN {
        @Override
        public void run(Caller caller) throws Exception {
            caller.forget(new Greeting("", ofSeconds(1)), ofSeconds(2));
        }
    },

    /** A greeting that fails after 1 s, and its exception is handled. */
    SEEN {
        @Override
        public void run(Caller caller) throws Exception {
            caller.lookAfter(new Greeting("", ofSeconds(1)), ofSeconds(2));
        }
    };

    /** Runs this example with a version. */
    public abstract void run(Caller caller) throws Exception;

    /**
     * Returns the example with this name: lazy if there are no arguments.
     *
     * @throws IllegalArgumentException if there is no such example
     */
    public static Example named(String... arguments) {
        String name = arguments.length == 0 ? "lazy" : String.join(" ", arguments);
        return Arrays.stream(values())
                .filter(example -> example.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown argument '" + name + "'. After --, this lesson accepts lazy, forgotten or seen."));
    }
}

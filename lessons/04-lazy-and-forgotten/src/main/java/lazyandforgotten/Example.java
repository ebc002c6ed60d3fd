package lazyandforgotten;

import static java.time.Duration.ofSeconds;

import java.util.Arrays;
import java.util.Locale;

/** What a version can be asked to run. */
public enum Example {

    /** The article's greeting of 1 s: called, and run 2 s later. */
    LAZY {
        @Override
        public void run(Caller caller) throws Exception {
            caller.callThenRun(new Greeting("Alice", ofSeconds(1)), ofSeconds(2));
        }
    },

    /** A greeting that fails after 1 s, and nobody looks. */
    FORGOTTEN {
        @Override
        public void run(Caller caller) throws Exception {
            caller.forget(new Greeting("", ofSeconds(1)), ofSeconds(2));
        }
    },

    /** The same, and somebody looks. */
    SEEN {
        @Override
        public void run(Caller caller) throws Exception {
            caller.lookAfter(new Greeting("", ofSeconds(1)), ofSeconds(2));
        }
    };

    /** Runs this example with a version. */
    public abstract void run(Caller caller) throws Exception;

    /**
     * The example that a version's arguments name: lazy when they name none.
     *
     * @throws IllegalArgumentException when there is no such example
     */
    public static Example named(String... arguments) {
        String name = arguments.length == 0 ? "lazy" : String.join(" ", arguments);
        return Arrays.stream(values())
                .filter(example -> example.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no example '" + name + "': type lazy, forgotten or seen"));
    }
}

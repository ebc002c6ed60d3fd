package streams;

import static java.time.Duration.ofMillis;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The examples that every version can run. Most of them have eight lines. */
public enum Example {

    /** Reading a line takes 200 ms, and handling it 500 ms. */
    SLOW_HANDLER {
        @Override
        public void run(LineProcessor version) throws Exception {
            simulate(version, ofMillis(200), ofMillis(500), 0, LINES);
        }
    },

    /** Reading a line takes 500 ms, and handling it 200 ms. */
    SLOW_SOURCE {
        @Override
        public void run(LineProcessor version) throws Exception {
            simulate(version, ofMillis(500), ofMillis(200), 0, LINES);
        }
    },

    /** The handler leaves after three lines. */
    LEAVE {
        @Override
        public void run(LineProcessor version) throws Exception {
            simulate(version, ofMillis(200), ofMillis(500), 0, 3);
        }
    },

    /** Line 5 cannot be read. */
    BROKEN {
        @Override
        public void run(LineProcessor version) throws Exception {
            simulate(version, ofMillis(200), ofMillis(500), 5, LINES);
        }
    },

    /** A real file with 1,000 lines. */
    FILE {
        @Override
        public void run(LineProcessor version) throws Exception {
            RealExamples.file(version);
        }
    },

    /** 1,000 lines from a real server. */
    SOCKET {
        @Override
        public void run(LineProcessor version) throws Exception {
            RealExamples.socket(version);
        }
    };

    /** How many lines may wait in a queue. */
    public static final int CAPACITY = 2;

    private static final int LINES = 8;

    /** Runs this example with a version. */
    public abstract void run(LineProcessor version) throws Exception;

    private static void simulate(LineProcessor version, Duration read, Duration handle, int broken, int wanted)
            throws Exception {
        var backlog = new Backlog();
        var source = new SimulatedSource(read, LINES, broken, backlog);
        try {
            version.process(source, new SlowHandler(handle, wanted, backlog));
        } catch (IOException failure) {
            IO.println("Failed: " + failure.getMessage());
        }
        IO.println("Peak of waiting lines: " + backlog.peak());
    }

    /**
     * Returns the example with this name, or slow-handler if there are no arguments.
     *
     * @throws IllegalArgumentException if there is no such example
     */
    public static Example named(String... arguments) {
        String name = arguments.length == 0 ? "slow-handler" : String.join(" ", arguments);
        return Arrays.stream(values())
                .filter(example -> example.word().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown argument '" + name + "'. After --, this lesson accepts " + words() + "."));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words() {
        return Arrays.stream(values()).map(Example::word).collect(Collectors.joining(", "));
    }
}

package debugging;

import java.util.Arrays;
import java.util.Locale;

/** The kinds of threads that a program can use: platform threads, virtual threads, or virtual threads without names. */
public enum Threads {
    PLATFORM {
        @Override
        Thread.Builder builder(String name) {
            return Thread.ofPlatform().name(name);
        }
    },
    VIRTUAL {
        @Override
        Thread.Builder builder(String name) {
            return Thread.ofVirtual().name(name);
        }
    },
    UNNAMED {
        @Override
        Thread.Builder builder(String name) {
            return Thread.ofVirtual();
        }
    };

    /** The code that a thread runs. */
    @FunctionalInterface
    public interface Action {
        void run() throws InterruptedException;
    }

    abstract Thread.Builder builder(String name);

    /**
     * Returns the kind with this name.
     *
     * @throws IllegalArgumentException if there is no such kind
     */
    public static Threads named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown kind of threads '" + name + "'. Expected platform, virtual or unnamed."));
    }

    /** Starts {@code action} on a new thread, which ends when it is interrupted. */
    public Thread start(String name, Action action) {
        return builder(name).start(() -> {
            try {
                action.run();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }
}

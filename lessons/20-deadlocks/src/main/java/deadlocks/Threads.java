package deadlocks;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ThreadFactory;

/** The two kinds of Java threads. */
public enum Threads {
    /** A thread of the operating system. */
    PLATFORM {
        @Override
        Thread.Builder builder() {
            return Thread.ofPlatform();
        }
    },
    /** A thread of the JVM. */
    VIRTUAL {
        @Override
        Thread.Builder builder() {
            return Thread.ofVirtual();
        }
    };

    /** The code that a thread runs. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    abstract Thread.Builder builder();

    /**
     * Returns the kind with this name, or platform if there are no arguments.
     *
     * @throws IllegalArgumentException if there is no such kind
     */
    public static Threads named(String... arguments) {
        String name = arguments.length == 0 ? "platform" : String.join(" ", arguments);
        return Arrays.stream(values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown argument '" + name + "'. After --, this lesson accepts platform or virtual."));
    }

    /** Starts {@code action} on a thread with this name. */
    Thread start(String name, Action action) {
        return builder().name(name).start(() -> {
            try {
                action.run();
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    /** Runs {@code action} on a thread with this name, and waits until it has ended. */
    void run(String name, Action action) throws InterruptedException {
        start(name, action).join();
    }

    /** Creates threads named {@code worker-1}, {@code worker-2} and so on. */
    ThreadFactory workers() {
        return builder().name("worker-", 1).factory();
    }
}

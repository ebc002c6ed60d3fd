package interleave.eventloop.observation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The failures of a loop that no code has retrieved yet. Each is reported once: when it has waited for a while, when
 * the loop closes, or when Ctrl-C ends the program.
 */
final class UnretrievedFailures {

    /** Long enough for a program that starts tasks now and retrieves their results later. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private record Failed(Throwable failure, long at) {}

    private final Observers.Delay delay;
    private final long created = System.nanoTime();
    private final Map<CompletableFuture<?>, Failed> byFuture = new LinkedHashMap<>();
    /** Registered with the JVM while there are failures. */
    private Thread atExit;

    UnretrievedFailures(Observers.Delay delay) {
        this.delay = delay;
    }

    synchronized void add(CompletableFuture<?> future, Throwable failure) {
        byFuture.put(future, new Failed(failure, System.nanoTime()));
        watchForExit();
        delay.run(PATIENCE, () -> {
            if (contains(future)) {
                report(future, " was never retrieved in the " + Reports.seconds(PATIENCE) + " since then");
                remove(future);
            }
        });
    }

    @SuppressWarnings("CollectionUndefinedEquality") // a future equals only itself
    private synchronized boolean contains(CompletableFuture<?> future) {
        return byFuture.containsKey(future);
    }

    @SuppressWarnings("CollectionUndefinedEquality") // a future equals only itself
    synchronized void remove(CompletableFuture<?> future) {
        if (byFuture.remove(future) != null && byFuture.isEmpty()) {
            stopWatchingForExit();
        }
    }

    synchronized void reportAll() {
        byFuture.keySet().forEach(future -> report(future, " was never retrieved"));
        byFuture.clear();
        stopWatchingForExit();
    }

    @SuppressWarnings("CollectionUndefinedEquality") // a future equals only itself
    private synchronized void report(CompletableFuture<?> future, String notRetrieved) {
        Failed failed = byFuture.get(future);
        Reports.print(
                future + " failed at " + Reports.seconds(Duration.ofNanos(failed.at - created)) + " and its exception"
                        + notRetrieved + ": " + failed.failure,
                "Thrown at " + Reports.place(failed.failure)
                        + ". Wait for the task, or handle it with exceptionally(...).");
    }

    private void watchForExit() {
        if (atExit == null) {
            atExit = new Thread(this::reportAll, "event loop: unretrieved failures");
            try {
                Runtime.getRuntime().addShutdownHook(atExit);
            } catch (IllegalStateException ending) {
                // the JVM is ending already, and the loop with it
            }
        }
    }

    private void stopWatchingForExit() {
        if (atExit != null && Thread.currentThread() != atExit) {
            try {
                Runtime.getRuntime().removeShutdownHook(atExit);
            } catch (IllegalStateException ending) {
                // the JVM is ending: it has already started the thread
            }
            atExit = null;
        }
    }
}

package errors;

import interleave.eventloop.EventLoop;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** A web on which every page but one hangs. When such a fetch is stopped, it cleans up, and this fails. */
final class CleaningWeb implements Web, AsyncWeb {

    static final URI FAILING = SimulatedWeb.address("/failing");
    static final URI HANGING = SimulatedWeb.address("/hanging");
    private static final Duration LONG = Duration.ofHours(1);

    private final Duration latency;
    private final Duration cleaning;

    /** The failing page fails after {@code latency}. A stopped fetch needs {@code cleaning} to end. */
    CleaningWeb(Duration latency, Duration cleaning) {
        this.latency = latency;
        this.cleaning = cleaning;
    }

    @Override
    public String get(URI address) throws Exception {
        if (address.equals(FAILING)) {
            Thread.sleep(latency);
            throw new StatusException(address, 404);
        }
        try {
            Thread.sleep(LONG);
            return "not reached";
        } catch (InterruptedException stopped) {
            Thread.sleep(cleaning);
            IO.println("Cleaned up");
            throw new IOException("the connection cannot be closed", stopped);
        }
    }

    @Override
    public CompletableFuture<String> get(EventLoop loop, URI address) {
        if (address.equals(FAILING)) {
            return loop.sleep(latency)
                    .thenCompose(slept -> CompletableFuture.failedFuture(new StatusException(address, 404)));
        }
        return loop.sleep(LONG).thenApply(slept -> "not reached").exceptionallyCompose(stopped -> {
            if (!(Failures.unwrapped(stopped) instanceof CancellationException)) {
                throw new AssertionError(stopped);
            }
            return loop.sleep(cleaning).thenCompose(cleaned -> {
                IO.println("Cleaned up");
                return CompletableFuture.failedFuture(new IOException("the connection cannot be closed", stopped));
            });
        });
    }
}

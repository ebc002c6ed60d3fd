package downloads;

import downloads.transfer.FileDownloader;
import interleave.eventloop.EventLoop;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Simulates downloads without a network or a disk: each one only sleeps, so the versions can run in virtual time.
 * Counts how many downloads are in progress. Thread-safe.
 */
public final class SimulatedFiles implements FileDownloader {

    private final Function<URI, Duration> times;
    private final Map<URI, IOException> failures = new HashMap<>();
    private int atOnce;
    private int peak;

    /** Each file takes the time that {@code times} returns for its address. */
    public SimulatedFiles(Function<URI, Duration> times) {
        this.times = times;
    }

    /** Makes the download of this address fail after its pause. */
    public SimulatedFiles failing(URI address, IOException failure) {
        failures.put(address, failure);
        return this;
    }

    /** The largest number of downloads that were in progress at the same time. */
    public synchronized int peak() {
        return peak;
    }

    /** The number of downloads that are in progress. */
    public synchronized int atOnce() {
        return atOnce;
    }

    @Override
    public Path download(URI address) throws IOException, InterruptedException {
        begin();
        try {
            Thread.sleep(times.apply(address));
            return result(address);
        } finally {
            end();
        }
    }

    @Override
    public CompletableFuture<Path> download(EventLoop loop, URI address) {
        begin();
        return loop.sleep(times.apply(address))
                .whenComplete((slept, failure) -> end())
                .thenCompose(slept -> {
                    try {
                        return loop.completed(result(address));
                    } catch (IOException failure) {
                        return CompletableFuture.failedFuture(failure);
                    }
                });
    }

    private synchronized void begin() {
        atOnce++;
        peak = Math.max(peak, atOnce);
    }

    private synchronized void end() {
        atOnce--;
    }

    private Path result(URI address) throws IOException {
        IOException failure = failures.get(address);
        if (failure != null) {
            throw failure;
        }
        return Path.of(address.getPath().substring(1));
    }
}

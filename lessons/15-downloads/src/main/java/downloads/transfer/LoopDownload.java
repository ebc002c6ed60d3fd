package downloads.transfer;

import interleave.eventloop.EventLoop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.LongConsumer;

/**
 * One download on an event loop. Each step starts the next one when it is complete. The loop waits for the network, and
 * the threads of a pool read and write files.
 */
final class LoopDownload {

    private final EventLoop loop;
    private final Http http;
    private final Duration patience;
    private final ExecutorService disk;
    private final LongConsumer received;

    private final CompletableFuture<Path> file = new CompletableFuture<>();
    private CompletableFuture<?> step = CompletableFuture.completedFuture(null);
    private volatile Transfer transfer;
    private Body body = new Body();

    LoopDownload(EventLoop loop, Http http, Duration patience, ExecutorService disk, LongConsumer received) {
        this.loop = loop;
        this.http = http;
        this.patience = patience;
        this.disk = disk;
        this.received = received;
    }

    /** The next step, which receives the result of the previous one. */
    private interface Next<T> {
        void with(T result) throws IOException;
    }

    CompletableFuture<Path> start(DownloadFolder folder, URI address) {
        CompletableFuture<Path> onLoop = loop.adopt(file);
        file.whenComplete((path, failure) -> stop());
        then(onDisk(() -> open(folder, address)), opened -> request());
        return onLoop;
    }

    private Transfer open(DownloadFolder folder, URI address) throws IOException {
        transfer = Transfer.open(folder, address);
        if (file.isDone()) {
            transfer.close(); // cancelled before there was anything to close
        }
        return transfer;
    }

    private void request() throws IOException {
        if (transfer.isComplete()) {
            then(onDisk(transfer::save), file::complete);
        } else {
            then(onNetwork(http.get(transfer.request())), this::begin);
        }
    }

    private void begin(Response response) {
        body = response.body();
        then(
                onDisk(() -> {
                    transfer.begin(response);
                    return transfer.wantsBody();
                }),
                wantsBody -> {
                    if (wantsBody) {
                        read();
                    } else {
                        body.close();
                        request();
                    }
                });
    }

    private void read() {
        then(onNetwork(body.next()), chunk -> {
            if (chunk.isEmpty()) {
                transfer.end();
                request();
            } else {
                then(onDisk(() -> write(chunk)), written -> read());
            }
        });
    }

    private boolean write(List<ByteBuffer> chunk) throws IOException {
        long size = chunk.stream().mapToLong(ByteBuffer::remaining).sum();
        transfer.write(chunk);
        received.accept(size);
        return true;
    }

    private <T> CompletableFuture<T> onDisk(Callable<T> work) {
        return loop.toThread(disk, work);
    }

    private <T> CompletableFuture<T> onNetwork(CompletableFuture<T> next) {
        return loop.timeout(patience, loop.adopt(next));
    }

    /** Does not chain the futures: if each one waited for the next, all chunks would stay in memory; see lesson 14. */
    private <T> void then(CompletableFuture<T> begun, Next<T> next) {
        step = begun;
        begun.whenComplete((result, failure) -> {
            try {
                if (failure == null) {
                    next.with(result);
                } else {
                    file.completeExceptionally(Failures.asIOException(failure, patience));
                }
            } catch (IOException | RuntimeException failed) {
                file.completeExceptionally(failed);
            }
        });
    }

    /** Releases everything when the download has ended, for whatever reason. */
    private void stop() {
        step.cancel(true);
        body.close();
        try {
            if (transfer != null) {
                transfer.close();
            }
        } catch (IOException notClosed) {
            throw new UncheckedIOException(notClosed);
        }
    }
}

package downloads.transfer;

import interleave.eventloop.EventLoop;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
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

    /** The saved file, or the failure. It completes before the transfer is closed. */
    private final CompletableFuture<Path> outcome = new CompletableFuture<>();

    private CompletableFuture<?> network = CompletableFuture.completedFuture(null);
    private CompletableFuture<?> diskStep = CompletableFuture.completedFuture(null);
    private CompletableFuture<Response> response = new CompletableFuture<>();
    private Optional<Transfer> opened = Optional.empty();

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

    /** Returns a future that completes when the transfer is closed, even if it is cancelled. */
    CompletableFuture<Path> start(DownloadFolder folder, URI address) {
        then(onDisk(() -> open(folder, address)), this::request);
        return loop.adopt(outcome)
                .handle((path, failure) -> stop())
                .thenCompose(Function.identity())
                .thenCompose(closed -> outcome);
    }

    private Transfer open(DownloadFolder folder, URI address) throws IOException {
        var transfer = Transfer.open(folder, address);
        opened = Optional.of(transfer);
        return transfer;
    }

    private void request(Transfer transfer) throws IOException {
        if (transfer.isComplete()) {
            then(onDisk(transfer::save), outcome::complete);
        } else {
            response = http.get(transfer.request());
            then(onNetwork(response), arrived -> begin(transfer, arrived));
        }
    }

    private void begin(Transfer transfer, Response arrived) {
        then(
                onDisk(() -> {
                    transfer.begin(arrived);
                    return transfer.wantsBody();
                }),
                wantsBody -> {
                    if (wantsBody) {
                        read(transfer, arrived.body());
                    } else {
                        arrived.body().close();
                        request(transfer);
                    }
                });
    }

    private void read(Transfer transfer, Body body) {
        then(onNetwork(body.next()), chunk -> {
            if (chunk.isEmpty()) {
                transfer.end();
                request(transfer);
            } else {
                then(onDisk(() -> write(transfer, chunk)), written -> read(transfer, body));
            }
        });
    }

    private boolean write(Transfer transfer, List<ByteBuffer> chunk) throws IOException {
        long size = chunk.stream().mapToLong(ByteBuffer::remaining).sum();
        transfer.write(chunk);
        received.accept(size);
        return true;
    }

    private <T> CompletableFuture<T> onDisk(Callable<T> work) {
        var step = loop.toThread(disk, work);
        diskStep = step;
        return step;
    }

    private <T> CompletableFuture<T> onNetwork(CompletableFuture<T> next) {
        var step = loop.timeout(patience, loop.adopt(next));
        network = step;
        return step;
    }

    /** Does not chain the futures: if each one waited for the next, all chunks would stay in memory; see lesson 14. */
    private <T> void then(CompletableFuture<T> begun, Next<T> next) {
        begun.whenComplete((result, failure) -> {
            if (outcome.isDone()) {
                return; // cancelled in the meantime
            }
            try {
                if (failure != null) {
                    throw failure;
                }
                next.with(result);
            } catch (Throwable failed) {
                outcome.completeExceptionally(Failures.ofStep(failed, patience));
            }
        });
    }

    /** Releases everything when the download has ended, for whatever reason. A disk step is not interrupted. */
    private CompletableFuture<Boolean> stop() {
        network.cancel(true);
        Response.close(response);
        return diskStep.handle((done, failure) -> onDisk(this::closeTransfer)).thenCompose(Function.identity());
    }

    private boolean closeTransfer() throws IOException {
        if (opened.isPresent()) {
            opened.get().close();
        }
        return true;
    }
}

package downloads.transfer;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import interleave.eventloop.EventLoop;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;

/**
 * Downloads files into a folder. If a download is interrupted, even by the end of the program, the next download of the
 * same address continues where it stopped.
 */
public final class ResumingDownloader implements FileDownloader {

    private static final int DISK_THREADS = 2;

    private final Http http;
    private final DownloadFolder folder;
    private final Duration patience;
    private final LongConsumer received;
    /** Writes files for the event loop, whose thread must not wait for the disk. */
    private final ExecutorService disk = Executors.newFixedThreadPool(
            DISK_THREADS, Thread.ofPlatform().daemon().name("disk-", 1).factory());

    ResumingDownloader(Http http, DownloadFolder folder, Duration patience, LongConsumer received) {
        this.http = http;
        this.folder = folder;
        this.patience = patience;
        this.received = received;
    }

    /**
     * Opens a folder for downloads.
     *
     * @param patience how long to wait for the next bytes, not for the whole file
     * @param received is called with the number of bytes in each chunk, by any thread
     * @throws IOException if files cannot be written there
     */
    public static ResumingDownloader into(Path folder, Duration patience, LongConsumer received) throws IOException {
        var open = DownloadFolder.open(folder); // first, because it may fail
        return new ResumingDownloader(new JdkHttp(), open, patience, received);
    }

    @Override
    public Path download(URI address) throws IOException, InterruptedException {
        try (var transfer = Transfer.open(folder, address)) {
            while (!transfer.isComplete()) {
                receive(transfer);
            }
            return transfer.save();
        } catch (ClosedByInterruptException interrupted) {
            // an interrupt closes the channel of a file, and the exception is an IOException
            Thread.interrupted(); // now the exception is the request to stop
            throw new InterruptedException("interrupted while writing a file");
        }
    }

    private void receive(Transfer transfer) throws IOException, InterruptedException {
        var requested = http.get(transfer.request());
        try {
            var response = await(requested);
            var body = response.body();
            transfer.begin(response);
            if (!transfer.wantsBody()) {
                return;
            }
            for (var chunk = await(body.next()); !chunk.isEmpty(); chunk = await(body.next())) {
                write(transfer, chunk);
            }
            transfer.end();
        } finally {
            Response.close(requested);
        }
    }

    private void write(Transfer transfer, List<ByteBuffer> chunk) throws IOException {
        long size = chunk.stream().mapToLong(ByteBuffer::remaining).sum();
        transfer.write(chunk);
        received.accept(size);
    }

    /** The timeout restarts with each chunk: a slow download may take hours, as long as it makes progress. */
    private <T> T await(CompletableFuture<T> next) throws IOException, InterruptedException {
        try {
            return next.get(patience.toNanos(), NANOSECONDS);
        } catch (TimeoutException | ExecutionException failure) {
            throw Failures.asIOException(failure, patience);
        }
    }

    @Override
    public CompletableFuture<Path> download(EventLoop loop, URI address) {
        return new LoopDownload(loop, http, patience, disk, received).start(folder, address);
    }

    @Override
    public void close() throws IOException {
        disk.close();
        try (folder) {
            http.close();
        }
    }
}

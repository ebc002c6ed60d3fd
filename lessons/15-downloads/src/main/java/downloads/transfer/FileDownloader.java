package downloads.transfer;

import interleave.eventloop.EventLoop;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Downloads one file. All methods are thread-safe. */
public interface FileDownloader extends AutoCloseable {

    /**
     * Blocks until the file is complete, and returns it.
     *
     * @throws IOException if it cannot be downloaded; the message tells the user why
     */
    Path download(URI address) throws IOException, InterruptedException;

    /** Returns a future of the loop that fails with an {@link IOException}. Cancelling it closes the connection. */
    CompletableFuture<Path> download(EventLoop loop, URI address);

    /** Closes all connections. */
    @Override
    default void close() throws IOException {}
}

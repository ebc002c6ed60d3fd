package downloads;

import downloads.transfer.FileDownloader;
import interleave.eventloop.EventLoop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Wrong on purpose: gives a file its name before it is complete. The next run mistakes a half for the whole. */
public final class WritesInPlace implements FileDownloader {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;

    /** Downloads into this folder. */
    public WritesInPlace(Path folder) {
        this.folder = folder;
    }

    @Override
    public Path download(URI address) throws IOException, InterruptedException {
        Path file = folder.resolve(address.getPath().substring(1));
        if (!Files.exists(file)) {
            client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofFile(file));
        }
        return file;
    }

    @Override
    public CompletableFuture<Path> download(EventLoop loop, URI address) {
        return loop.toThread(() -> download(address));
    }

    @Override
    public void close() {
        client.close();
    }

    static void main(String[] args) throws Exception {
        Example.ofMuseum(args).run(WithVirtualThreads::new, (folder, patience, received) -> new WritesInPlace(folder));
    }
}

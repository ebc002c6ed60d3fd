package downloads;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

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

/** Wrong on purpose: requests the rest of a file, and appends whatever the server sends. */
public final class AppendsBlindly implements FileDownloader {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;

    /** Downloads into this folder. */
    public AppendsBlindly(Path folder) {
        this.folder = folder;
    }

    @Override
    public Path download(URI address) throws IOException, InterruptedException {
        Path file = folder.resolve(address.getPath().substring(1));
        Path part = folder.resolve(address.getPath().substring(1) + ".part");
        if (!Files.exists(file)) {
            var request = HttpRequest.newBuilder(address);
            if (Files.exists(part)) {
                request.header("Range", "bytes=" + Files.size(part) + "-");
            }
            client.send(request.build(), BodyHandlers.ofFile(part, CREATE, APPEND));
            Files.move(part, file);
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
        Example.ofMuseum(args).run(WithVirtualThreads::new, (folder, patience, received) -> new AppendsBlindly(folder));
    }
}

package downloads.transfer;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Runs in its own JVM: downloads an address into a folder, and prints the result. */
final class DownloadingProbe {

    private DownloadingProbe() {}

    static void main(String[] args) throws Exception {
        try (var files = ResumingDownloader.into(Path.of(args[0]), Duration.ofSeconds(60), received -> {})) {
            IO.println("Saved " + files.download(URI.create(args[1])).getFileName());
        } catch (IOException failure) {
            IO.println("Failed: " + failure.getMessage());
        }
    }
}

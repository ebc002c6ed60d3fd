package downloads;

import downloads.transfer.ResumingDownloader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Runs in its own JVM: downloads the addresses of a list into a folder, six at once, and may be killed. */
final class KilledProbe {

    private KilledProbe() {}

    static void main(String[] args) throws Exception {
        var addresses =
                Files.readAllLines(Path.of(args[2])).stream().map(URI::create).toList();
        try (var files = ResumingDownloader.into(Path.of(args[1]), Duration.ofSeconds(60), received -> {})) {
            var results = Versions.valueOf(args[0])
                    .of(files, 6, result -> {
                        if (result instanceof Result.Failed) {
                            IO.println(result);
                        }
                    })
                    .downloadAll(addresses);
            IO.println(RealAddresses.saved(results) + " saved");
        }
    }
}

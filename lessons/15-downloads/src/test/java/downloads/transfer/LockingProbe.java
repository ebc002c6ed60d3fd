package downloads.transfer;

import java.net.URI;
import java.nio.file.Path;

/** Runs in its own JVM: begins a download, and holds its lock until it is killed. */
final class LockingProbe {

    private LockingProbe() {}

    static void main(String[] args) throws Exception {
        try (var folder = DownloadFolder.open(Path.of(args[0]));
                var transfer = Transfer.open(folder, URI.create(args[1]))) {
            IO.println(transfer.isComplete() ? "complete" : "locked");
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}

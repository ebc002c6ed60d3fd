package interleave.recorder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jdk.jfr.FlightRecorder;

/** What keeps Flight Recorder from recording. It ends the JVM when it cannot write, so this is checked before. */
public final class RecordingObstacle {
    /** A lesson records up to about 10 MB, and the recording is copied once. */
    private static final long BYTES_NEEDED = 32 << 20;

    private RecordingObstacle() {}

    /** A sentence that says what is missing, and where; empty if nothing is. */
    public static Optional<String> find() {
        return FlightRecorder.isAvailable()
                ? inFolder(Path.of(System.getProperty("java.io.tmpdir", "")))
                : Optional.of("This JVM has no Flight Recorder: " + System.getProperty("java.vm.name", "") + ".");
    }

    /** Checks the folder of temporary files, to which Flight Recorder writes. */
    static Optional<String> inFolder(Path folder) {
        try {
            if (!Files.isWritable(folder)) {
                return Optional.of("Flight Recorder cannot write to " + folder + ".");
            }
            var store = Files.getFileStore(folder);
            return inFolder(folder, store.getTotalSpace(), store.getUsableSpace());
        } catch (IOException unknown) { // some file systems do not report their size
            return Optional.empty();
        }
    }

    /** A file system without a size of its own, such as a memory disk without a limit, reports a total of zero. */
    static Optional<String> inFolder(Path folder, long totalBytes, long usableBytes) {
        return totalBytes > 0 && usableBytes < BYTES_NEEDED
                ? Optional.of("Flight Recorder needs " + (BYTES_NEEDED >> 20) + " MB in " + folder + ", where "
                        + (usableBytes >> 20) + " MB are free.")
                : Optional.empty();
    }
}

package interleave.course.machine;

import interleave.practice.exercises.FileWatcher;
import interleave.practice.exercises.ProcessLock;
import interleave.recorder.RecordingObstacle;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tries what operating systems sometimes refuse: files, locks, notifications, recordings.
 *
 * @param home the folder of the course
 * @param temporary the folder of temporary files
 */
public record SystemChecks(Path home, Path temporary) {
    private static final long MEBIBYTE = 1L << 20;
    /** The agent of virtual time, and the files of a checking process. */
    private static final long BYTES_FOR_CHECKS = 8 * MEBIBYTE;

    /** The checks of the course in {@code home}, with the JVM's own folder of temporary files. */
    public static SystemChecks of(Path home) {
        return new SystemChecks(home, Path.of(System.getProperty("java.io.tmpdir", "")));
    }

    public List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        Optional<IOException> refused = refusalToWrite(home);
        findings.add(refused.map(this::readOnlyCourse).orElseGet(() -> Finding.ok("Course", home + " can be written")));
        if (refused.isEmpty()) {
            findings.add(locks());
        }
        findings.add(notifications());
        findings.add(temporaryFiles());
        findings.add(flightRecorder());
        findings.add(benchmarkLock());
        return findings;
    }

    private Finding readOnlyCourse(IOException refused) {
        String reason = refused instanceof FileSystemException named ? ": " + FileRefusal.reason(named) : "";
        return new Finding(
                Finding.Status.NEEDED,
                "Course",
                home + " cannot be written" + reason,
                "Your exercises and results are stored there: start the course in a copy of your own");
    }

    private Finding locks() {
        return isTrue(() -> ProcessLock.isPossible(home))
                ? Finding.ok("File locks", "work in " + home)
                : new Finding(
                        Finding.Status.OPTIONAL,
                        "File locks",
                        "not available in " + home,
                        "Progress is stored without them: use one terminal at a time");
    }

    private Finding notifications() {
        return isTrue(() -> FileWatcher.isNotified(home))
                ? Finding.ok("File events", "work in " + home)
                : new Finding(
                        Finding.Status.OPTIONAL,
                        "File events",
                        "not available in " + home,
                        "Practice reads your file several times a second instead. On Linux, other programs may have"
                                + " used up fs.inotify.max_user_instances or max_user_watches");
    }

    private Finding temporaryFiles() {
        Optional<IOException> refused = refusalToWrite(temporary);
        long free = refused.isPresent() ? 0 : freeBytes();
        return free >= BYTES_FOR_CHECKS
                ? Finding.ok("Temporary", temporary.toString())
                : new Finding(
                        Finding.Status.NEEDED,
                        "Temporary",
                        temporary
                                + (refused.isPresent() ? " cannot be written" : " has " + free / MEBIBYTE + " MB free"),
                        "Free some space there, or choose another folder: export TMPDIR=/another/folder");
    }

    /** Where the size is not known, it is taken to be large. */
    private long freeBytes() {
        try {
            var store = Files.getFileStore(temporary);
            return store.getTotalSpace() > 0 ? store.getUsableSpace() : Long.MAX_VALUE;
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }

    private static Finding flightRecorder() {
        return RecordingObstacle.find()
                .map(obstacle -> new Finding(
                        Finding.Status.OPTIONAL,
                        "Recording",
                        obstacle.substring(0, obstacle.length() - 1),
                        "Lessons run without timelines; use --instant to get them"))
                .orElseGet(() -> Finding.ok("Recording", "Flight Recorder can record"));
    }

    /** Another user's lock file can be neither locked nor deleted. */
    private Finding benchmarkLock() {
        Path lock = temporary.resolve("jmh.lock");
        return Files.notExists(lock) || isTrue(() -> canOpen(lock))
                ? Finding.ok("Benchmarks", "can lock " + lock)
                : new Finding(
                        Finding.Status.OPTIONAL,
                        "Benchmarks",
                        lock + " belongs to another user",
                        "Benchmarks run, but cannot detect a benchmark that the other user runs at the same time");
    }

    private static boolean canOpen(Path file) throws IOException {
        FileChannel.open(file, StandardOpenOption.WRITE).close();
        return true;
    }

    private static Optional<IOException> refusalToWrite(Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, "doctor", ".tmp"));
            return Optional.empty();
        } catch (IOException refused) {
            return Optional.of(refused);
        }
    }

    /** A check of this machine. */
    private interface Attempt {
        boolean succeeds() throws IOException;
    }

    private static boolean isTrue(Attempt attempt) {
        try {
            return attempt.succeeds();
        } catch (IOException refused) {
            return false;
        }
    }
}

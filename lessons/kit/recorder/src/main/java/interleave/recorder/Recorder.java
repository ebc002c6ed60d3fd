package interleave.recorder;

import interleave.recorder.capture.OpenWaits;
import interleave.recorder.capture.RecordingSettings;
import interleave.recorder.capture.TimelineReader;
import interleave.recorder.model.Mark;
import interleave.recorder.model.Timeline;
import interleave.virtualtime.ThrowingRunnable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.Recording;

/**
 * Runs versions of a program one after the other while Flight Recorder watches, and tells what each did. Only one
 * thread may use a recorder, except for {@link #interrupt}.
 */
public final class Recorder implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Unique in the JVM: a recording contains the versions of all recorders that run while it is on. */
    private static final AtomicInteger VERSION_NUMBERS = new AtomicInteger();

    private final Recording recording;
    private final Optional<LineListener> listener;
    private volatile Optional<RunningVersion> running = Optional.empty();
    private Optional<Path> file = Optional.empty();

    Recorder(Recording recording, Optional<LineListener> listener) {
        this.recording = recording;
        this.listener = listener;
    }

    /** Starts to record; what versions print passes through unchanged. The first start in a JVM takes 0.3 s. */
    public static Recorder start() {
        return start(Optional.empty());
    }

    /** Starts to record; lines that versions print go to {@code listener} and not to {@code System.out}. */
    public static Recorder start(LineListener listener) {
        return start(Optional.of(listener));
    }

    private static Recorder start(Optional<LineListener> listener) {
        Recording recording = RecordingSettings.recording();
        recording.start();
        return new Recorder(recording, listener);
    }

    /**
     * Runs {@code body} on a new thread named "main" and waits for it to end. {@code System.out} and {@code System.err}
     * are watched meanwhile.
     *
     * @throws InterruptedException when this thread is interrupted; the version is interrupted, too
     * @throws IllegalStateException when a version runs already, or the recording has been read
     */
    public Outcome record(String version, ThrowingRunnable body) throws InterruptedException {
        if (running.isPresent() || file.isPresent()) {
            throw new IllegalStateException("cannot record \"" + version + "\": "
                    + (file.isPresent() ? "the recording is over" : "another version still runs"));
        }
        PrintStream out = System.out;
        PrintStream err = System.err;
        var lines = new LineStream(out, Mark.Kind.PRINTED, listener, () -> running);
        var complaints = new LineStream(err, Mark.Kind.COMPLAINED, Optional.empty(), () -> running);
        var run = new RunningVersion(VERSION_NUMBERS.incrementAndGet(), version, () -> {
            try {
                body.run();
            } finally {
                lines.finishLines();
                complaints.finishLines();
            }
        });
        running = Optional.of(run);
        System.setOut(new PrintStream(lines, true, out.charset()));
        System.setErr(new PrintStream(complaints, true, err.charset()));
        try {
            run.start();
            return await(run);
        } finally {
            System.setOut(out);
            System.setErr(err);
            OpenWaits.recordAll();
            running = Optional.empty();
        }
    }

    private Outcome await(RunningVersion run) throws InterruptedException {
        try {
            return run.await();
        } catch (InterruptedException interrupted) {
            run.interrupt(PATIENCE);
            throw interrupted;
        }
    }

    /**
     * Interrupts the version that runs now, if any, and gives it a second to end; returns whether none runs any more.
     * Any thread may call this.
     */
    public boolean interrupt() throws InterruptedException {
        Optional<RunningVersion> now = running;
        return now.isEmpty() || now.get().interrupt(PATIENCE);
    }

    /**
     * Ends the recording and tells what each version did, in the order they ran; of one that still runs, what it did so
     * far.
     *
     * @throws IOException when there is no room for the recording's file
     */
    public List<Timeline> timelines() throws IOException {
        return TimelineReader.read(file());
    }

    /**
     * Ends the recording and keeps it, replacing {@code target} if that exists.
     *
     * @throws IOException when it cannot be written there
     */
    public void saveTo(Path target) throws IOException {
        Files.copy(file(), target, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file() throws IOException {
        if (file.isEmpty()) {
            OpenWaits.recordAll();
            stop();
            Path dump = Files.createTempFile("interleave", ".jfr");
            recording.dump(dump);
            file = Optional.of(dump);
        }
        return file.get();
    }

    private void stop() throws IOException {
        try {
            recording.stop();
        } catch (IllegalStateException stopped) {
            throw new IOException(
                    "the recording is gone: Flight Recorder ends it when the JVM begins to exit", stopped);
        }
    }

    /** Ends the recording and forgets it. Closing twice does nothing. */
    @Override
    public void close() throws IOException {
        recording.close();
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
        }
    }
}

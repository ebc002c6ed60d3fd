package interleave.recorder;

import interleave.recorder.capture.OpenWaits;
import interleave.recorder.capture.RecorderEvents;
import interleave.recorder.capture.RecordingSettings;
import interleave.recorder.capture.TimelineReader;
import interleave.recorder.model.Ending;
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
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jdk.jfr.Recording;

/**
 * Runs versions of a program one after the other under Flight Recorder, and returns their timelines. Where Flight
 * Recorder cannot record, the versions run all the same, without timelines. Only one thread may use a recorder, except
 * for {@link #interrupt}.
 */
public final class Recorder implements AutoCloseable {

    private static final Duration TIME_TO_END = Duration.ofSeconds(1);

    /** Unique in the JVM, because a recording contains the versions of all recorders that run during it. */
    private static final AtomicInteger VERSION_NUMBERS = new AtomicInteger();

    private final Optional<Recording> recording;
    private final Optional<String> obstacle;
    private final Optional<LineListener> listener;
    private volatile Optional<RunningVersion> running = Optional.empty();
    private Optional<Path> file = Optional.empty();

    Recorder(Recording recording, Optional<LineListener> listener) {
        this(Optional.of(recording), Optional.empty(), listener);
    }

    private Recorder(Optional<Recording> recording, Optional<String> obstacle, Optional<LineListener> listener) {
        this.recording = recording;
        this.obstacle = obstacle;
        this.listener = listener;
    }

    /** Starts a recording. Output of the versions is passed on unchanged. The first start in a JVM takes 0.3 s. */
    public static Recorder start() {
        return start(Optional.empty());
    }

    /** Starts a recording that passes printed lines to {@code listener} instead of {@code System.out}. */
    public static Recorder start(LineListener listener) {
        return start(Optional.of(listener));
    }

    private static Recorder start(Optional<LineListener> listener) {
        return start(RecordingObstacle.find(), listener);
    }

    static Recorder start(Optional<String> obstacle, Optional<LineListener> listener) {
        Optional<Recording> recording =
                obstacle.isEmpty() ? Optional.of(RecordingSettings.recording()) : Optional.empty();
        recording.ifPresent(Recording::start);
        return new Recorder(recording, obstacle, listener);
    }

    /** Why nothing is recorded, in a sentence; empty if the versions are recorded. */
    public Optional<String> obstacle() {
        return obstacle;
    }

    /**
     * Runs {@code body} on a new thread named "main" and waits for it to end. During this time, {@code System.out} and
     * {@code System.err} are recorded.
     *
     * @throws InterruptedException if this thread is interrupted; the version is interrupted, too
     * @throws IllegalStateException if another version is running, or the recording has been read
     */
    public Outcome record(String version, ThrowingRunnable body) throws InterruptedException {
        int number = VERSION_NUMBERS.incrementAndGet();
        return run(number, version, listener, () -> RecorderEvents.startVersion(number, version)::end, body);
    }

    /**
     * Runs an empty version that no timeline shows and no listener receives. Without it, the first version that is
     * recorded also loads the classes of the recorder.
     */
    public void rehearse() throws InterruptedException {
        RecorderEvents.load();
        LineListener nobody = (version, since, line) -> {};
        run(0, "", Optional.of(nobody), () -> ending -> {}, () -> {
            System.out.println();
            Thread.ofVirtual().start(() -> LockSupport.parkNanos(1)).join();
        });
    }

    private Outcome run(
            int number,
            String version,
            Optional<LineListener> lineListener,
            Supplier<Consumer<Ending>> startEvent,
            ThrowingRunnable body)
            throws InterruptedException {
        if (running.isPresent() || file.isPresent()) {
            throw new IllegalStateException("Cannot record \"" + version + "\": "
                    + (file.isPresent() ? "the recording has ended." : "another version is still running."));
        }
        PrintStream out = System.out;
        PrintStream err = System.err;
        var lines = new LineStream(out, Mark.Kind.PRINTED, lineListener, () -> running);
        var errorLines = new LineStream(err, Mark.Kind.PRINTED_TO_ERR, Optional.empty(), () -> running);
        var run = new RunningVersion(number, version, startEvent, () -> {
            try {
                body.run();
            } finally {
                lines.finishLines();
                errorLines.finishLines();
            }
        });
        running = Optional.of(run);
        System.setOut(new PrintStream(lines, true, out.charset()));
        System.setErr(new PrintStream(errorLines, true, err.charset()));
        try {
            run.start();
            return await(run);
        } finally {
            System.setOut(out);
            System.setErr(err);
            if (recording.isPresent()) {
                OpenWaits.recordAll();
            }
            running = Optional.empty();
        }
    }

    private Outcome await(RunningVersion run) throws InterruptedException {
        try {
            return run.await();
        } catch (InterruptedException interrupted) {
            run.interrupt(TIME_TO_END);
            throw interrupted;
        }
    }

    /**
     * Interrupts the running version, if any, and waits at most one second for it to end. Returns whether no version is
     * running. Any thread may call this.
     */
    public boolean interrupt() throws InterruptedException {
        Optional<RunningVersion> now = running;
        return now.isEmpty() || now.get().interrupt(TIME_TO_END);
    }

    /**
     * Ends the running version, if any, with {@code failure}. Its threads may still be running, but their output is
     * dropped from now on. Any thread may call this.
     *
     * @param cleanUp called before the version ends
     */
    public void abandon(Throwable failure, Runnable cleanUp) {
        running.ifPresent(version -> version.abandon(failure, cleanUp));
    }

    /**
     * Ends the recording and returns one timeline per version, in the order in which they ran. The timeline of a
     * running version ends now. There are none if there is an {@link #obstacle}.
     *
     * @throws IOException if the file of the recording cannot be written
     */
    public List<Timeline> timelines() throws IOException {
        return recording.isEmpty() ? List.of() : TimelineReader.read(file(recording.get()));
    }

    /**
     * Ends the recording and saves it. Replaces {@code target} if it exists.
     *
     * @throws IOException if it cannot be written
     * @throws IllegalStateException if there is an {@link #obstacle}
     */
    public void saveTo(Path target) throws IOException {
        Recording recorded = recording.orElseThrow(() -> new IllegalStateException(obstacle.orElse("")));
        Files.copy(file(recorded), target, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file(Recording recorded) throws IOException {
        if (file.isEmpty()) {
            OpenWaits.recordAll();
            stop(recorded);
            file = Optional.of(dump(recorded));
        }
        return file.get();
    }

    private static Path dump(Recording recorded) throws IOException {
        Path dump = Files.createTempFile("interleave", ".jfr");
        try {
            recorded.dump(dump);
            return dump;
        } catch (IOException refused) {
            Files.deleteIfExists(dump);
            throw new IOException("Cannot write the recording to " + dump + ": " + refused.getMessage(), refused);
        }
    }

    private static void stop(Recording recorded) throws IOException {
        try {
            recorded.stop();
        } catch (IllegalStateException stopped) {
            throw new IOException("The recording has ended, because the JVM is exiting. Read it before that.", stopped);
        }
    }

    /** Ends the recording and deletes it. Closing twice has no effect. */
    @Override
    public void close() throws IOException {
        recording.ifPresent(Recording::close);
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
        }
    }
}

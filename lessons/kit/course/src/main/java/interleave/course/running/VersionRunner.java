package interleave.course.running;

import interleave.course.lessons.Version;
import interleave.recorder.model.Timeline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs versions of a lesson one after the other, and records their timelines. */
public interface VersionRunner extends AutoCloseable {

    /** Receives each line that a version prints, with the time since its start. */
    interface LineListener {
        void printed(Duration at, String line);
    }

    /** Creates a runner, such as {@code RealTimeRunner::new}. */
    interface Factory {
        VersionRunner create(LineListener lines);
    }

    /** Why this runner cannot run a version, if it cannot. */
    default Optional<String> obstacle(Version version) {
        return Optional.empty();
    }

    /** Prepares the run of these versions, so that the first one takes no longer than the others. */
    default void prepare(List<Version> versions, List<String> arguments) throws InterruptedException {}

    /** Why this runner has no timelines, if it has none. The versions run without them. */
    default Optional<String> recordingObstacle() {
        return Optional.empty();
    }

    /** Runs a version to its end. Returns the exception if it fails. */
    Optional<Throwable> run(Version version, List<String> arguments) throws InterruptedException;

    /** Interrupts the running version. Returns false if it does not end. Thread-safe. */
    boolean interrupt() throws InterruptedException;

    /** One timeline per version that ran; none if there is a {@link #recordingObstacle}. */
    List<Timeline> timelines() throws IOException;

    /** Writes the recording of Flight Recorder, if there is one; returns whether it wrote a file. */
    default boolean saveRecording(Path target) throws IOException {
        return false;
    }

    @Override
    void close() throws IOException;
}

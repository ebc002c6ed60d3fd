package interleave.course.running;

import interleave.course.lessons.Version;
import interleave.recorder.model.Timeline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs versions of a lesson, one after the other, and watches what they do. */
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

    /** Runs a version to its end; returns what it failed with, if it did. */
    Optional<Throwable> run(Version version, List<String> arguments) throws InterruptedException;

    /** Ends the version that runs now; returns false if it goes on all the same. Any thread may call this. */
    boolean interrupt() throws InterruptedException;

    /** What each version did. */
    List<Timeline> timelines() throws IOException;

    /** Writes the recording of Flight Recorder, if there is one; returns whether it wrote a file. */
    default boolean saveRecording(Path target) throws IOException {
        return false;
    }

    @Override
    void close() throws IOException;
}

package interleave.course.running;

import interleave.course.lessons.Version;
import interleave.recorder.Recorder;
import interleave.recorder.model.Timeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs versions in real time, while Flight Recorder records them. */
public final class RealTimeRunner implements VersionRunner {
    private final Recorder recorder;

    /** The label of the version that started last. */
    private volatile String latest = "";

    public RealTimeRunner(LineListener lines) {
        recorder = Recorder.start((version, at, line) ->
                lines.printed(at, version.equals(latest) ? line : version + " is still running: " + line));
    }

    @Override
    public void prepare(List<Version> versions) throws InterruptedException {
        WarmUp.of(versions);
        recorder.rehearse();
    }

    @Override
    public Optional<String> recordingObstacle() {
        return recorder.obstacle();
    }

    @Override
    public Optional<Throwable> run(Version version, List<String> arguments) throws InterruptedException {
        latest = version.label();
        PoolNumbers.restart();
        return recorder.record(version.label(), () -> version.run(arguments)).failure();
    }

    @Override
    public boolean interrupt() throws InterruptedException {
        return recorder.interrupt();
    }

    @Override
    public List<Timeline> timelines() throws IOException {
        return recorder.timelines();
    }

    @Override
    public boolean saveRecording(Path target) throws IOException {
        recorder.saveTo(target);
        return true;
    }

    @Override
    public void close() throws IOException {
        recorder.close();
    }
}

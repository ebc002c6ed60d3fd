package interleave.course.running;

import interleave.course.lessons.Version;
import interleave.recorder.Recorder;
import interleave.recorder.model.Timeline;
import interleave.virtualtime.Stuck;
import interleave.virtualtime.hangs.HangWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Runs versions in real time, while Flight Recorder records them. */
public final class RealTimeRunner implements VersionRunner {
    /** How long the threads of a version that hangs may take to react to an interrupt. */
    private static final Duration TIME_TO_END = Duration.ofMillis(300);

    private final Recorder recorder;
    private final HangWatch.Others ofTheCourse;
    /** Threads of versions that hung. They are never looked at again. */
    private final List<Thread> abandoned = new CopyOnWriteArrayList<>();

    /** The label of the version that started last. */
    private volatile String latest = "";

    public RealTimeRunner(LineListener lines) {
        recorder = Recorder.start((version, at, line) ->
                lines.printed(at, version.equals(latest) ? line : version + " is still running: " + line));
        ofTheCourse = HangWatch.Others.living();
    }

    @Override
    public void prepare(List<Version> versions, List<String> arguments) throws InterruptedException {
        WarmUp.of(versions, arguments);
        recorder.rehearse();
    }

    @Override
    public Optional<String> recordingObstacle() {
        return recorder.obstacle();
    }

    @Override
    @SuppressWarnings("try") // the watch is only held
    public Optional<Throwable> run(Version version, List<String> arguments) throws InterruptedException {
        latest = version.label();
        PoolNumbers.restart();
        try (var watch = HangWatch.start(others(), this::abandon)) {
            return recorder.record(version.label(), () -> version.run(arguments))
                    .failure();
        }
    }

    private HangWatch.Others others() {
        return new HangWatch.Others(Stream.concat(ofTheCourse.threads().stream(), abandoned.stream())
                .toList());
    }

    private void abandon(Stuck hang, List<Thread> threads) {
        recorder.abandon(hang, () -> {
            threads.forEach(Thread::interrupt);
            end(threads);
        });
    }

    /** Threads that wait for a lock do not react to an interrupt. */
    private void end(List<Thread> threads) {
        try {
            Thread.sleep(TIME_TO_END);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
        threads.stream().filter(Thread::isAlive).forEach(abandoned::add);
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

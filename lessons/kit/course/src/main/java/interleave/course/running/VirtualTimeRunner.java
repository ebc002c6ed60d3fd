package interleave.course.running;

import interleave.course.lessons.Version;
import interleave.recorder.capture.VirtualTimeTrace;
import interleave.recorder.model.Ending;
import interleave.recorder.model.Timeline;
import interleave.virtualtime.ThrowingRunnable;
import interleave.virtualtime.VirtualTime;
import interleave.virtualtime.install.Installation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs versions in virtual time: without waiting, and with the same result each time. */
public final class VirtualTimeRunner implements VersionRunner {
    /** A run that computes longer than this is treated as an endless loop. */
    private static final Duration REAL_LIMIT = Duration.ofSeconds(10);

    private final List<Timeline> timelines = new ArrayList<>();
    private final LineListener lines;

    /** @throws IllegalStateException when virtual time cannot be installed, for example on a full disk */
    public VirtualTimeRunner(LineListener lines) {
        Installation.ensure(); // otherwise each version would seem to fail
        this.lines = lines;
    }

    @Override
    public Optional<String> obstacle(Version version) {
        return version.realTime();
    }

    @Override
    public Optional<Throwable> run(Version version, List<String> arguments) {
        var trace = new VirtualTimeTrace(version.label(), lines::printed);
        Optional<Throwable> failure = failure(trace, () -> version.run(arguments));
        if (failure.filter(RealTimeNeeded.class::isInstance).isEmpty()) {
            timelines.add(trace.timeline(Ending.of(failure)));
        }
        return failure;
    }

    private static Optional<Throwable> failure(VirtualTimeTrace trace, ThrowingRunnable code) {
        var settings = new VirtualTime()
                .realLimit(REAL_LIMIT)
                .expectUncaught() // as in real time, where the JVM prints it and the version continues
                .listener(trace);
        try {
            return RealTimeNeeded.in(RealTimeNeeded.withoutStackTraces(() -> settings.start(code)));
        } catch (Throwable thrown) {
            return RealTimeNeeded.in(thrown).or(() -> Optional.of(thrown));
        }
    }

    /** Does nothing: a run in virtual time takes almost no real time. */
    @Override
    public boolean interrupt() {
        return false;
    }

    @Override
    public List<Timeline> timelines() {
        return List.copyOf(timelines);
    }

    @Override
    public void close() {}
}

package interleave.course;

import interleave.recorder.Ending;
import interleave.recorder.Timeline;
import interleave.recorder.TracedRun;
import interleave.virtualtime.RunListener;
import interleave.virtualtime.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jfr.Event;

/** Versions run in virtual time: at once, and the same each time. */
final class VirtualTimeWatch implements Watch {
    private final List<Timeline> timelines = new ArrayList<>();
    private final Lines lines;

    VirtualTimeWatch(Lines lines) {
        this.lines = lines;
    }

    @Override
    public Optional<String> obstacle(Version version) {
        return version.realTime();
    }

    @Override
    public Optional<Throwable> run(Version version, List<String> arguments) {
        var tracer = new Tracer(version.label());
        Optional<Throwable> failure = Optional.empty();
        try {
            new VirtualTime().listener(tracer).start(() -> version.run(arguments));
        } catch (Throwable thrown) {
            failure = Optional.of(thrown);
        }
        timelines.add(tracer.run.timeline(tracer.mainEnded, Ending.of(failure)));
        return failure;
    }

    /** There is nothing to interrupt: a run takes no time. */
    @Override
    public void interrupt() {}

    @Override
    public List<Timeline> timelines() {
        return List.copyOf(timelines);
    }

    @Override
    public void close() {}

    /** Tells the recorder's model what the scheduler tells. */
    private final class Tracer implements RunListener {
        private final TracedRun run;
        private Duration mainEnded = Duration.ZERO;
        private Optional<Thread> main = Optional.empty();
        private boolean hasEnded;

        Tracer(String version) {
            run = new TracedRun(version);
        }

        @Override
        public void resumed(Thread thread, Duration at) {
            if (!hasEnded) {
                main = main.or(() -> Optional.of(thread));
                run.resumed(thread, at);
                mainEnded = at;
            }
        }

        @Override
        public void paused(Thread thread, Duration at, List<StackTraceElement> stack) {
            if (!hasEnded) {
                run.paused(thread, at, stack);
            }
        }

        @Override
        public void ended(Thread thread, Duration at) {
            if (!hasEnded) {
                run.ended(thread, at);
                hasEnded = main.filter(thread::equals).isPresent();
            }
        }

        @Override
        public void printed(Thread thread, Duration at, String line) {
            if (!hasEnded) {
                run.printed(thread, at, line);
                lines.printed(at, line);
            }
        }

        @Override
        public boolean wantsEvents() {
            return true;
        }

        @Override
        public void began(Thread thread, Duration at, Event event) {
            run.began(event, at);
        }

        @Override
        public void committed(Thread thread, Duration at, Event event) {
            run.committed(thread, event, at);
        }
    }
}

package interleave.recorder.capture;

import interleave.recorder.model.Ending;
import interleave.recorder.model.Timeline;
import interleave.virtualtime.RunListener;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import jdk.jfr.Event;

/** Builds a timeline from the events of a run in virtual time, until its main thread ends. */
public class VirtualTimeTrace implements RunListener {
    private final TracedRun run;
    private final BiConsumer<Duration, String> lines;
    private Duration mainEnded = Duration.ZERO;
    private Optional<Thread> main = Optional.empty();
    private boolean hasEnded;

    /**
     * A trace of one run.
     *
     * @param version the name of the version
     * @param lines receives each printed line with the time since the start of the run; must not print
     */
    public VirtualTimeTrace(String version, BiConsumer<Duration, String> lines) {
        this.run = new TracedRun(version);
        this.lines = lines;
    }

    /** The timeline of the run. Call this after the run. */
    public final Timeline timeline(Ending ending) {
        return run.timeline(mainEnded, ending);
    }

    /** Whether the main thread has ended. Later events of other threads do not belong to the run. */
    protected final boolean isOver() {
        return hasEnded;
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
    public void woken(Thread waker, Thread woken, Duration at) {
        if (!hasEnded) {
            run.woken(waker, woken, at);
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
            lines.accept(at, line);
        }
    }

    @Override
    public void printedToErr(Thread thread, Duration at, String line) {
        if (!hasEnded) {
            run.printedToErr(thread, at, line);
        }
    }

    @Override
    public void submitted(Thread thread, Duration at) {
        if (!hasEnded) {
            run.submitted(at);
        }
    }

    @Override
    public void dequeued(Thread thread, Duration at) {
        if (!hasEnded) {
            run.dequeued(thread, at);
        }
    }

    @Override
    public void failed(Thread thread, Duration at, Throwable failure) {
        if (!hasEnded) {
            run.failed(thread, at, failure);
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

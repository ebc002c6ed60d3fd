package interleave.practice;

import interleave.recorder.model.Ending;
import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Timeline;
import interleave.virtualtime.Stuck;
import interleave.virtualtime.ThreadTrace;
import interleave.virtualtime.ThrowingRunnable;
import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Runs a student's code in virtual time, and takes down what a check claims about it. */
public final class Exam {
    /** Whoever waits longer is taken to wait for ever. */
    private static final Duration VIRTUAL_LIMIT = Duration.ofHours(1);
    /** Whoever computes longer is taken not to end. */
    private static final Duration REAL_LIMIT = Duration.ofSeconds(2);

    private final List<String> right = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();

    Exam() {}

    /** Runs {@code code} to its end; what it throws ends the check with a message of its own. */
    public Run run(ThrowingRunnable code) {
        Run run = runThatMayFail(code);
        run.thrown().ifPresent(failure -> {
            throw new NotYet(Explanation.of(failure), Optional.of(run), false);
        });
        return run;
    }

    /** Runs {@code code} to its end, be it a failure: see {@link Run#thrown}. */
    public Run runThatMayFail(ThrowingRunnable code) {
        return observe(new VirtualTime(), code, Duration.ZERO);
    }

    /**
     * Runs {@code code}, be it a failure, and goes on for a while, in which what it has left behind may still do
     * things; the picture ends when the code has come back.
     */
    public Run runAndWatch(Duration afterwards, ThrowingRunnable code) {
        return observe(new VirtualTime(), code, afterwards);
    }

    /** Runs {@code code} on a thread that is interrupted after so long. */
    public Run runInterruptedAfter(Duration delay, ThrowingRunnable code) {
        return runThatMayFail(() -> {
            Thread running = Thread.currentThread();
            var interrupter = Thread.ofVirtual().name("interrupter").start(() -> {
                try {
                    Thread.sleep(delay);
                    running.interrupt();
                } catch (InterruptedException itEndedBefore) {
                    Thread.currentThread().interrupt();
                }
            });
            try {
                code.run();
            } finally {
                interrupter.interrupt();
            }
        });
    }

    /**
     * Runs {@code code} under so many different schedules, one that is drawn after the other, for what must hold under
     * all; each run must begin afresh.
     */
    public List<Run> runUnderSchedules(int schedules, ThrowingRunnable code) {
        var all = new ArrayList<Run>();
        for (int seed = 0; seed < schedules; seed++) {
            Run run = observe(new VirtualTime().seed(seed), code, Duration.ZERO);
            run.thrown().ifPresent(failure -> {
                throw new NotYet(Explanation.of(failure), Optional.of(run), false);
            });
            all.add(run);
        }
        return List.copyOf(all);
    }

    /**
     * Claims something: {@code sentence} is shown as it stands when it holds; when it does not, {@code finding} says so
     * and the check ends.
     */
    public void claim(String sentence, Finding finding) {
        finding.problem().ifPresent(problem -> {
            throw new NotYet(
                    new Explanation(problem, List.of(), finding.advice().orElse("")), finding.run(), false);
        });
        right.add(sentence);
    }

    List<String> right() {
        return List.copyOf(right);
    }

    List<Run> runs() {
        return List.copyOf(runs);
    }

    private Run observe(VirtualTime settings, ThrowingRunnable code, Duration afterwards) {
        var trace = new Trace();
        var thrown = new AtomicReference<Throwable>();
        try {
            VirtualRun run = settings.virtualLimit(VIRTUAL_LIMIT)
                    .realLimit(REAL_LIMIT)
                    .listener(trace)
                    .start(() -> {
                        try {
                            code.run();
                        } catch (Throwable failure) {
                            thrown.set(failure);
                        }
                        if (!afterwards.isZero()) {
                            trace.codeHasReturned();
                            Thread.sleep(afterwards);
                        }
                    });
            if (trace.tooMuch()) {
                throw new NotYet(Explanation.ofTooMuchOutput(trace.lastLine()), Optional.empty(), false);
            }
            Timeline timeline = trace.timeline(Ending.of(Optional.ofNullable(thrown.get())));
            return keep(new Run(
                    runs.size(), withLeft(run, trace), Optional.ofNullable(thrown.get()), withLeft(timeline, run)));
        } catch (Stuck stuck) {
            if (trace.tooMuch()) { // and it goes on printing whatever is thrown at it
                throw new NotYet(Explanation.ofTooMuchOutput(trace.lastLine()), Optional.empty(), true);
            }
            boolean endless = Explanation.isEndless(stuck);
            Run unfinished = keep(Run.unfinished(runs.size(), trace.timeline(Ending.OPEN)));
            throw new NotYet(Explanation.of(stuck, unfinished.elapsed(), trace), Optional.of(unfinished), endless);
        } catch (NotYet explained) {
            throw explained;
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private static VirtualRun withLeft(VirtualRun run, Trace trace) {
        List<String> left = Stream.concat(run.leftRunning().stream(), trace.leftInTheCommonPool().stream())
                .toList();
        return new VirtualRun(run.elapsed(), run.lines(), run.threads(), left, run.uncontrolled(), run.schedule());
    }

    /** Threads that had not yet come to their first step when the code came back belong into the picture, too. */
    private static Timeline withLeft(Timeline timeline, VirtualRun run) {
        List<String> drawn = timeline.lanes().stream().map(Lane::name).toList();
        List<String> platform = run.threads().stream()
                .filter(thread -> !thread.virtual())
                .map(ThreadTrace::name)
                .toList();
        Stream<Lane> late = run.leftRunning().stream()
                .filter(name -> !drawn.contains(name))
                .map(name -> new Lane(
                        name,
                        platform.contains(name) ? LaneKind.PLATFORM_THREAD : LaneKind.VIRTUAL_THREAD,
                        timeline.duration(),
                        timeline.duration(),
                        true,
                        List.of(),
                        List.of()));
        return new Timeline(
                timeline.version(),
                timeline.duration(),
                timeline.ending(),
                Stream.concat(timeline.lanes().stream(), late).toList());
    }

    private Run keep(Run run) {
        runs.add(run);
        return run;
    }
}

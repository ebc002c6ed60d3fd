package interleave.practice.judging;

import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
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

/** Runs code in virtual time, and keeps the runs and the claims that passed. */
public final class VirtualTimeExam implements Exam {
    /** A run that is not over by then is assumed to wait forever. */
    private static final Duration VIRTUAL_LIMIT = Duration.ofHours(1);
    /** A run that computes longer than this is assumed to be in an endless loop. */
    private static final Duration REAL_LIMIT = Duration.ofSeconds(2);

    private final List<String> right = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();

    @Override
    public Run run(ThrowingRunnable code) {
        Run run = runThatMayFail(code);
        run.thrown().ifPresent(failure -> {
            throw new CheckFailure(Explanation.of(failure), Optional.of(run), false);
        });
        return run;
    }

    @Override
    public Run runThatMayFail(ThrowingRunnable code) {
        return observe(new VirtualTime(), code, Duration.ZERO);
    }

    @Override
    public Run runAndWatch(Duration afterwards, ThrowingRunnable code) {
        return observe(new VirtualTime(), code, afterwards);
    }

    @Override
    public Run runInterruptedAfter(Duration delay, ThrowingRunnable code) {
        return runThatMayFail(() -> {
            Thread running = Thread.currentThread();
            var interrupter = Thread.ofVirtual().name("interrupter").start(() -> {
                try {
                    Thread.sleep(delay);
                    running.interrupt();
                } catch (InterruptedException codeHasEnded) {
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

    @Override
    public List<Run> runUnderSchedules(int schedules, ThrowingRunnable code) {
        var all = new ArrayList<Run>();
        for (int seed = 0; seed < schedules; seed++) {
            Run run = observe(new VirtualTime().seed(seed), code, Duration.ZERO);
            run.thrown().ifPresent(failure -> {
                throw new CheckFailure(Explanation.of(failure), Optional.of(run), false);
            });
            all.add(run);
        }
        return List.copyOf(all);
    }

    @Override
    public void claim(String sentence, Finding finding) {
        finding.problem().ifPresent(problem -> {
            throw new CheckFailure(
                    new Explanation(problem, List.of(), finding.advice().orElse("")), finding.run(), false);
        });
        right.add(sentence);
    }

    /** The claims that passed, in order. */
    public List<String> right() {
        return List.copyOf(right);
    }

    /** All runs, in order. */
    public List<Run> runs() {
        return List.copyOf(runs);
    }

    private Run observe(VirtualTime settings, ThrowingRunnable code, Duration afterwards) {
        var trace = new RunTrace();
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
                throw new CheckFailure(Explanation.ofTooMuchOutput(trace.lastLine()), Optional.empty(), false);
            }
            Timeline timeline = trace.timeline(Ending.of(Optional.ofNullable(thrown.get())));
            return keep(new Run(
                    runs.size(),
                    withCommonPool(run, trace),
                    Optional.ofNullable(thrown.get()),
                    withThreadsNotYetRun(timeline, run)));
        } catch (Stuck stuck) {
            if (trace.tooMuch()) { // it caught TooMuchOutput and went on printing
                throw new CheckFailure(Explanation.ofTooMuchOutput(trace.lastLine()), Optional.empty(), true);
            }
            boolean endless = Explanation.isEndless(stuck);
            Run unfinished = keep(Run.unfinished(runs.size(), trace.timeline(Ending.OPEN)));
            throw new CheckFailure(
                    Explanation.of(stuck, unfinished.elapsed(), trace), Optional.of(unfinished), endless);
        } catch (CheckFailure explained) {
            throw explained;
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private static VirtualRun withCommonPool(VirtualRun run, RunTrace trace) {
        List<String> left = Stream.concat(run.leftRunning().stream(), trace.leftInTheCommonPool().stream())
                .toList();
        return new VirtualRun(run.elapsed(), run.lines(), run.threads(), left, run.uncontrolled(), run.schedule());
    }

    /** Adds lanes for threads that had not run yet when the code returned. */
    private static Timeline withThreadsNotYetRun(Timeline timeline, VirtualRun run) {
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

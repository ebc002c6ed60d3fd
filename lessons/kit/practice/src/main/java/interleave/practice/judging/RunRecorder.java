package interleave.practice.judging;

import interleave.practice.Incidents;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Runs code in virtual time and records what it did. Refuses code that does not end. */
final class RunRecorder {
    /** Creates a run from what was recorded. */
    interface RunFactory {
        Run create(int number, VirtualRun run, Optional<Throwable> thrown, Timeline timeline, Incidents incidents);
    }

    /** A run that is not over by then is assumed to wait forever. */
    private static final Duration VIRTUAL_LIMIT = Duration.ofHours(1);
    /** A run that computes longer than this is assumed to be in an endless loop ... */
    private static final Duration REAL_LIMIT = Duration.ofSeconds(2);
    /** ... unless it prints or sleeps at least this often, which takes time to simulate ... */
    private static final int MANY_LINES = 100;

    static final int MANY_SLEEPS = 100;
    /** ... and then it gets this much time. */
    private static final Duration REAL_LIMIT_OF_POLLING = Duration.ofSeconds(8);

    private final RunFactory factory;
    private boolean keepsExecutors;
    private Duration realLimit = REAL_LIMIT;

    RunRecorder(RunFactory factory) {
        this.factory = factory;
    }

    /** Threads of a pool that wait for tasks are no longer reported as running. */
    void keepsExecutors() {
        keepsExecutors = true;
    }

    boolean isKeepingExecutors() {
        return keepsExecutors;
    }

    /**
     * Runs {@code code} until it returns or throws, and its threads for the duration {@code afterwards}.
     *
     * @param number how many runs the check made before
     * @throws CheckFailure if the code does not end, or prints too much
     */
    Run record(VirtualTime settings, int number, ThrowingRunnable code, Duration afterwards) {
        var trace = new RunTrace();
        var thrown = new AtomicReference<Throwable>();
        try {
            VirtualRun run = settings.realLimit(realLimit)
                    .virtualLimit(VIRTUAL_LIMIT)
                    .expectUncaught()
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
                            trace.watchHasEnded();
                        }
                    });
            return finished(number, run, trace, Optional.ofNullable(thrown.get()), afterwards);
        } catch (Stuck stuck) {
            if (needsMoreTime(stuck, trace)) {
                realLimit = REAL_LIMIT_OF_POLLING;
                return record(settings, number, code, afterwards);
            }
            throw refused(stuck, number, trace);
        } catch (CheckFailure explained) {
            throw explained;
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private boolean needsMoreTime(Stuck stuck, RunTrace trace) {
        return realLimit.equals(REAL_LIMIT)
                && Explanation.isEndless(stuck)
                && !trace.tooMuch()
                && (trace.incidents().sleeps() >= MANY_SLEEPS || trace.lines() >= MANY_LINES);
    }

    private Run finished(int number, VirtualRun run, RunTrace trace, Optional<Throwable> thrown, Duration afterwards) {
        if (trace.tooMuch()) {
            throw new CheckFailure(Explanation.ofTooMuchOutput(trace.lastLine()), Optional.empty(), false);
        }
        Timeline timeline = trace.timeline(Ending.of(thrown));
        return factory.create(
                number,
                withThreadsThatCount(run, trace, run.elapsed().minus(afterwards)),
                thrown,
                withThreadsNotYetRun(timeline, run),
                trace.incidents().incidents(trace.idleOf(run.leftRunning())));
    }

    private static CheckFailure refused(Stuck stuck, int number, RunTrace trace) {
        if (trace.tooMuch()) { // it caught TooMuchOutput and went on printing
            return new CheckFailure(Explanation.ofTooMuchOutput(trace.lastLine()), Optional.empty(), true);
        }
        Run unfinished = Run.unfinished(number, trace.timeline(Ending.OPEN));
        return new CheckFailure(
                Explanation.of(stuck, unfinished.elapsed(), trace),
                Optional.of(unfinished),
                Explanation.isEndless(stuck));
    }

    /** Adds busy threads of the common pool, and removes idle threads of pools that the student's class keeps. */
    private VirtualRun withThreadsThatCount(VirtualRun run, RunTrace trace, Duration elapsed) {
        List<String> idle = keepsExecutors ? trace.idleOf(run.leftRunning()) : List.of();
        List<String> left = Stream.concat(
                        run.leftRunning().stream().filter(name -> !idle.contains(name)),
                        trace.leftInTheCommonPool().stream())
                .toList();
        return new VirtualRun(
                elapsed,
                run.lines(),
                run.threads(),
                left,
                run.uncontrolled(),
                run.uncaught(),
                run.races(),
                run.schedule());
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
}

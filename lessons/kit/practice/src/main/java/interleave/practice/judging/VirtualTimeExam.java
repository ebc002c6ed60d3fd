package interleave.practice.judging;

import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import interleave.practice.UntimedRun;
import interleave.virtualtime.ThrowingRunnable;
import interleave.virtualtime.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Runs code in virtual time, and keeps the runs, the claims that passed, and the one that failed. */
public final class VirtualTimeExam implements Exam {
    /** More than a student would write into the code. */
    private static final int MANY = 300;

    private static final int FEW = 5;

    private final List<String> right = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private final List<ThrowingRunnable> codes = new ArrayList<>();
    private final RunRecorder recorder;
    private final Optional<Long> seed;
    private ThrowingRunnable beforeEachRun = () -> {};
    private Optional<CheckFailure> uncaught = Optional.empty();
    private String failed = "";

    /** Threads run in the order in which they became ready. */
    public VirtualTimeExam() {
        this.recorder = new RunRecorder(Run::new);
        this.seed = Optional.empty();
    }

    private VirtualTimeExam(long seed) {
        this.recorder = new RunRecorder(UntimedRun::new);
        this.seed = Optional.of(seed);
    }

    /** An exam with the same settings in which all runs have the schedule that is drawn from {@code number}. */
    VirtualTimeExam withSeed(long number) {
        var exam = new VirtualTimeExam(number);
        exam.beforeEachRun(beforeEachRun);
        if (recorder.isKeepingExecutors()) {
            exam.keepsExecutors();
        }
        return exam;
    }

    /** From now on, threads of a pool that wait for tasks do not count as running. Call it for a pool in a field. */
    public void keepsExecutors() {
        recorder.keepsExecutors();
    }

    /** From now on, each run starts with {@code preparation}, in virtual time. */
    public void beforeEachRun(ThrowingRunnable preparation) {
        beforeEachRun = preparation;
    }

    @Override
    public Run run(ThrowingRunnable code) {
        return withoutFailure(runThatMayFail(code));
    }

    @Override
    public Run runThatMayFail(ThrowingRunnable code) {
        return runAndWatch(Duration.ZERO, code);
    }

    @Override
    public Run runAndWatch(Duration afterwards, ThrowingRunnable code) {
        codes.add(prepared(code));
        return observe(settings(), prepared(code), afterwards);
    }

    @Override
    public Run runInterruptedAfter(Duration delay, ThrowingRunnable code) {
        return runThatMayFail(interruptedAfter(delay, code));
    }

    static ThrowingRunnable interruptedAfter(Duration delay, ThrowingRunnable code) {
        return () -> {
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
        };
    }

    @Override
    public List<Run> runUnderSchedules(int schedules, ThrowingRunnable code) {
        if (seed.isPresent()) {
            return List.of(run(code));
        }
        var all = new ArrayList<Run>();
        for (int schedule = 0; schedule < schedules; schedule++) {
            all.add(withoutFailure(observe(new VirtualTime().seed(schedule), prepared(code), Duration.ZERO)));
        }
        return List.copyOf(all);
    }

    private ThrowingRunnable prepared(ThrowingRunnable code) {
        return () -> {
            beforeEachRun.run();
            code.run();
        };
    }

    @Override
    public int unknownCount() {
        return seed.map(repeated -> FEW)
                .orElseGet(() -> ThreadLocalRandom.current().nextInt(MANY, 2 * MANY));
    }

    @Override
    public void claim(String sentence, Finding finding) {
        if (finding.problem().isPresent()) {
            failed = sentence;
            throw new CheckFailure(Explanation.of(finding), finding.run(), false);
        }
        right.add(sentence);
    }

    /** The claims that passed, in order. */
    public List<String> right() {
        return List.copyOf(right);
    }

    /** The claim that failed; empty if none did. */
    public String failed() {
        return failed;
    }

    /** All runs, in order. */
    public List<Run> runs() {
        return List.copyOf(runs);
    }

    /** The code of each run, except for runs under many schedules. */
    public List<ThrowingRunnable> codes() {
        return List.copyOf(codes);
    }

    private VirtualTime settings() {
        return seed.map(number -> new VirtualTime().seed(number)).orElseGet(VirtualTime::new);
    }

    private Run observe(VirtualTime settings, ThrowingRunnable code, Duration afterwards) {
        Run run = recorder.record(settings, runs.size(), code, afterwards);
        runs.add(run);
        run.thrown()
                .filter(failure -> ProgrammingError.isOne(Explanation.rootOf(failure)))
                .ifPresent(failure -> {
                    throw new CheckFailure(Explanation.of(failure), Optional.of(run), false);
                });
        return run;
    }

    private Run withoutFailure(Run run) {
        run.thrown().ifPresent(failure -> {
            throw new CheckFailure(Explanation.of(failure), Optional.of(run), false);
        });
        uncaught = uncaught.or(
                () -> run.uncaught().map(first -> new CheckFailure(Explanation.of(first), Optional.of(run), false)));
        return run;
    }

    /**
     * Fails if a thread ended with an uncaught exception in a run that must not fail. Call this after the claims, which
     * tell more about what is missing.
     */
    public void requireThatNoThreadFailed() {
        uncaught.ifPresent(failure -> {
            throw failure;
        });
    }
}

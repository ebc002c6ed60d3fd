package interleave.course.play.replay;

import interleave.course.play.replay.Position.Ending;
import interleave.virtualtime.RunListener;
import interleave.virtualtime.Stuck;
import interleave.virtualtime.VirtualTime;
import interleave.virtualtime.scheduling.Candidate;
import interleave.virtualtime.scheduling.SchedulingPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A run of a program under the schedule of a game. It stops where the student has not chosen a thread yet. Steps that
 * no other thread can see, such as calls of the program's own methods, are made at once and do not count. A thread that
 * must wait for a lock cannot be chosen. It stops before it begins to wait: otherwise, the JVM would decide which
 * thread gets the lock next.
 */
final class Replay implements RunListener, LevelProgram.Watch {
    /** Ends a run at the position that the student sees. */
    private static final class Paused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Paused() {
            super(null, null, false, false);
        }
    }

    private final LevelProgram program;
    private final VisibleSteps visible;
    private final List<String> schedule;
    private final Set<Integer> begun = new HashSet<>();
    private final PlayedSteps steps = new PlayedSteps();
    private final List<String> printed = new ArrayList<>();
    private @Nullable ThreadStates threads;
    private @Nullable LockHolders locks;
    /** Set when a thread has failed, which ends the game. */
    private Optional<Ending> failure = Optional.empty();
    /** The position after the last step of the schedule, once it is reached. */
    private @Nullable Position reached;

    private Replay(LevelProgram program, List<String> schedule) {
        this.program = program;
        this.visible = new VisibleSteps(program.file());
        this.schedule = schedule;
    }

    /** The position after steps of the threads with these names. */
    static Position after(LevelProgram program, List<String> schedule) {
        return new Replay(program, schedule).run();
    }

    private Position run() {
        try {
            new VirtualTime().scheduler(this::choose).listener(this).start(() -> program.run(this));
            return position(
                    List.of(), Optional.of(new Ending(false, "All threads have ended, and the result is right.")));
        } catch (Paused atTheEnd) {
            return Objects.requireNonNull(reached);
        } catch (LevelProgram.WrongResult wrong) {
            return position(
                    List.of(), Optional.of(new Ending(true, "All threads have ended, and the result is wrong.")));
        } catch (Stuck stuck) {
            return position(
                    List.of(),
                    Optional.of(new Ending(
                            true, "No thread can continue: " + threads().waits())));
        } catch (LevelProgram.ThreadFailure failed) {
            return position(List.of(), failure);
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    @Override
    public void created(Object object) {
        var shared = new SharedObjects(object);
        locks = new LockHolders(shared);
        threads = new ThreadStates(program, shared, locks);
    }

    @Override
    public void failed(String thread, Throwable exception) {
        failure = Optional.of(Ending.failure(thread, exception));
    }

    private Candidate choose(SchedulingPoint point) {
        if (reached != null) {
            return point.candidates().getFirst(); // the run must end now
        }
        steps.complete();
        if (failure.isPresent()) {
            List<Candidate> stopped = point.candidates().stream()
                    .filter(candidate -> candidate.number() != 0)
                    .toList();
            threads().see(stopped);
            throw paused(stopped);
        }
        for (Candidate candidate : point.candidates()) {
            if (isHidden(candidate)) {
                if (candidate.number() != 0) {
                    threads().begin(candidate);
                }
                begun.add(candidate.number());
                return candidate;
            }
        }
        threads().see(point.candidates());
        List<Candidate> able = point.candidates().stream()
                .filter(candidate -> !threads().mustWait(candidate))
                .toList();
        if (able.isEmpty()) {
            Candidate waiting = point.candidates().getFirst();
            threads().begin(waiting);
            return waiting; // virtual time then reports that no thread can continue
        }
        if (steps.count() == schedule.size()) {
            throw paused(point.candidates());
        }
        String name = schedule.get(steps.count());
        Candidate chosen = able.stream()
                .filter(candidate -> candidate.thread().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " cannot make a step now."));
        steps.add(chosen, threads().stateOf(chosen), locks().values());
        threads().begin(chosen);
        return chosen;
    }

    private Paused paused(List<Candidate> candidates) {
        reached = position(candidates, failure);
        return new Paused();
    }

    /**
     * Whether the candidate makes its step without a choice by the student: it is the thread main, it has not begun, it
     * has waited for a result, or no other thread can see its step.
     */
    private boolean isHidden(Candidate candidate) {
        return candidate.number() == 0
                || candidate
                        .next()
                        .map(next -> !visible.contains(next))
                        .orElseGet(() -> !begun.contains(candidate.number())
                                || !threads().takesLock(candidate.thread()));
    }

    @Override
    public void paused(Thread thread, Duration at, List<StackTraceElement> stack) {
        if (threads != null) {
            threads.paused(thread.getName(), stack);
        }
    }

    @Override
    public void ended(Thread thread, Duration at) {
        if (threads != null) {
            threads.ended(thread.getName());
        }
    }

    @Override
    public void printed(Thread thread, Duration at, String line) {
        printed.add(thread.getName() + ": " + line);
    }

    private ThreadStates threads() {
        return Objects.requireNonNull(threads);
    }

    private LockHolders locks() {
        return Objects.requireNonNull(locks);
    }

    private Position position(List<Candidate> candidates, Optional<Ending> ending) {
        steps.complete();
        return new Position(threads().all(candidates), locks().values(), List.copyOf(printed), steps.all(), ending);
    }
}

package interleave.course.play.replay;

import interleave.course.play.replay.Position.Ending;
import interleave.virtualtime.RunListener;
import interleave.virtualtime.Stuck;
import interleave.virtualtime.VirtualTime;
import interleave.virtualtime.scheduling.Candidate;
import interleave.virtualtime.scheduling.NextStep;
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
 * no other thread can see, such as calls of the program's own methods, are made at once and do not count.
 */
final class Replay implements RunListener, LevelProgram.Watch {
    /** Ends a run at the position that the student sees. */
    private static final class Paused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Paused() {
            super(null, null, false, false);
        }
    }

    /** Calls that only wait, or only call other code. */
    private static final Set<String> ONLY_WAITS =
            Set.of("Runnable.run", "Future.get", "CompletableFuture.get", "CompletableFuture.join", "Thread.join");

    private final LevelProgram program;
    private final List<String> schedule;
    private final Set<Integer> begun = new HashSet<>();
    private final List<PlayedStep> steps = new ArrayList<>();
    private final List<String> printed = new ArrayList<>();
    private @Nullable ThreadStates threads;
    private @Nullable SharedObjects shared;
    /** A field that was just written, whose value is known at the next position. */
    private @Nullable NextStep written;

    /** Set when a thread has failed, which ends the game. */
    private Optional<Ending> failure = Optional.empty();
    /** The position after the last step of the schedule, once it is reached. */
    private @Nullable Position reached;

    private Replay(LevelProgram program, List<String> schedule) {
        this.program = program;
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
        shared = new SharedObjects(object);
        threads = new ThreadStates(program, shared);
    }

    @Override
    public void failed(String thread, Throwable exception) {
        failure = Optional.of(new Ending(true, ThreadStates.failed(thread, exception)));
    }

    private Candidate choose(SchedulingPoint point) {
        if (reached != null) {
            return point.candidates().getFirst(); // the run is being ended
        }
        noteWritten();
        if (failure.isPresent()) {
            throw paused(point.candidates());
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
        if (steps.size() == schedule.size()) {
            throw paused(point.candidates());
        }
        String name = schedule.get(steps.size());
        Candidate chosen = point.candidates().stream()
                .filter(candidate -> candidate.thread().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " cannot make a step now."));
        step(chosen);
        return chosen;
    }

    private Paused paused(List<Candidate> candidates) {
        reached = position(failure.isPresent() ? List.of() : candidates, failure);
        return new Paused();
    }

    /**
     * Whether the candidate makes its step without a choice of the student: it is the thread main, it has not begun, it
     * has waited for a result, or no other thread can see its step.
     */
    private boolean isHidden(Candidate candidate) {
        return candidate.number() == 0
                || candidate
                        .next()
                        .map(next -> !isVisible(next))
                        .orElseGet(() -> !begun.contains(candidate.number())
                                || !threads().takesLock(candidate.thread()));
    }

    private boolean isVisible(NextStep next) {
        if (!next.line().startsWith(program.file() + ":")) {
            return false;
        }
        String what = next.action();
        return switch (next.kind()) {
            case CALL -> !what.startsWith(program.file() + ".") && !ONLY_WAITS.contains(what);
            case READ -> !isStaticCall(next) && !isFinalField(next);
            case WRITE -> !isStaticCall(next);
            case LOCK -> true;
        };
    }

    /** Such as {@code List.of}: it uses no object that threads share. */
    private static boolean isStaticCall(NextStep next) {
        return next.target() == null && next.action().contains(".");
    }

    private static boolean isFinalField(NextStep next) {
        return next.target() != null
                && next.action().startsWith("read ")
                && SharedObjects.isFinal(next.target(), next.action().substring("read ".length()));
    }

    private void step(Candidate chosen) {
        PlayedThread before = threads().stateOf(chosen);
        String value = chosen.next()
                .filter(next -> next.action().startsWith("read ") && next.target() != null)
                .flatMap(next -> SharedObjects.valueOf(
                        Objects.requireNonNull(next.target()), next.action().substring("read ".length())))
                .orElse("");
        written = chosen.next()
                .filter(next -> next.action().startsWith("write ") && next.target() != null)
                .orElse(null);
        steps.add(new PlayedStep(
                chosen.thread(),
                before.line(),
                before.does(),
                value,
                Objects.requireNonNull(shared).values().toString()));
        threads().begin(chosen);
    }

    private void noteWritten() {
        if (written != null) {
            NextStep write = written;
            written = null;
            SharedObjects.valueOf(
                            Objects.requireNonNull(write.target()),
                            write.action().substring("write ".length()))
                    .ifPresent(value -> steps.addLast(steps.removeLast().withValue(value)));
        }
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

    private Position position(List<Candidate> candidates, Optional<Ending> ending) {
        noteWritten();
        return new Position(
                threads().all(candidates),
                threads().withLocks(Objects.requireNonNull(shared).values(), candidates),
                List.copyOf(printed),
                List.copyOf(steps),
                ending);
    }
}

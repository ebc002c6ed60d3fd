package interleave.recorder.capture;

import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Mark;
import interleave.recorder.model.PartitionPoint;
import interleave.recorder.model.Queued;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import interleave.recorder.stack.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tasks of the event loops that ran on one thread, as lanes. */
final class TaskLanes {

    /** The name of the task with which the loop was started. */
    private static final String MAIN = "main";

    private static final Duration SHORT = Duration.ofMillis(1);

    private final VersionWindow version;
    private final List<LoopEvent> events;
    private final List<TimedWait> threadWaits;
    private final List<Life> lives = new ArrayList<>();

    TaskLanes(VersionWindow version, List<LoopEvent> events, List<TimedWait> threadWaits) {
        this.version = version;
        this.events = events.stream()
                .sorted(Comparator.comparingLong(LoopEvent::start))
                .toList();
        this.threadWaits = threadWaits.stream()
                .filter(wait -> wait.why().state() != State.IDLE) // a thread that runs a callback is not idle
                .toList();
        events(LoopEvent.Type.TASK).forEach(task -> lives.add(new Life(task)));
        events(LoopEvent.Type.CALLBACK)
                .filter(callback -> callback.taskId() > 0)
                .forEach(this::assignToTask);
        events(LoopEvent.Type.TIMER).forEach(this::assignToTask);
        events(LoopEvent.Type.REQUEST).forEach(this::assignToTask);
    }

    /**
     * One lane per task, with the marks of its thread that belong to it. Omits a main task that only waits for other
     * tasks, because the lane of the thread shows the same.
     */
    List<Lane> lanes(List<Mark> marksOfThread) {
        var lanes = new ArrayList<Lane>();
        for (Life life : lives) {
            var marks = marksOfThread.stream()
                    .filter(mark -> ownerOf(mark).filter(life::equals).isPresent())
                    .toList();
            boolean onlyWaits = life.task.task().equals(MAIN) && marks.isEmpty() && life.sleeps.isEmpty();
            if (lives.size() == 1 || !onlyWaits) {
                life.drawn = Optional.of(life.lane(marks));
                life.drawn.ifPresent(lanes::add);
            }
        }
        return lanes;
    }

    /** The stays in the ready queue. */
    Stream<Queued> ready() {
        return events(LoopEvent.Type.READY)
                .map(event -> new Queued(
                        Queued.QueueKind.READY, event.task(), version.at(event.start()), version.at(event.end())));
    }

    /** The waits that ended because another task ran. Call this after {@link #lanes}. */
    Stream<TaskWake> wakes() {
        return Stream.concat(events(LoopEvent.Type.READY), events(LoopEvent.Type.CALLBACK))
                .filter(event -> event.by().id() > 0)
                .flatMap(event -> wake(event).stream());
    }

    /** A task that has not run before is not woken, but started. */
    private Optional<TaskWake> wake(LoopEvent event) {
        long ran = event.kind() == LoopEvent.Type.READY ? event.end() : event.start();
        Optional<Lane> woken = life(event.taskId(), event.task(), ran)
                .filter(life -> life.callbacks.stream().anyMatch(callback -> callback.start() < event.start()))
                .flatMap(life -> life.drawn);
        Optional<Lane> waker =
                life(event.by().id(), event.by().name(), event.start()).flatMap(life -> life.drawn);
        return woken.flatMap(lane -> waker.filter(other -> other != lane)
                .map(other -> new TaskWake(other, lane, version.at(event.start()), version.at(ran))));
    }

    private Optional<Life> life(long id, String name, long time) {
        return lives.stream()
                .filter(life -> life.task.taskId() == id && life.task.task().equals(name) && life.task.contains(time))
                .findFirst();
    }

    /** One task ended the wait of another. */
    record TaskWake(Lane waker, Lane woken, Duration from, Duration to) {}

    /** The marks that belong to no task. */
    List<Mark> leftOver(List<Mark> marksOfThread) {
        return marksOfThread.stream().filter(mark -> ownerOf(mark).isEmpty()).toList();
    }

    private Optional<Life> ownerOf(Mark mark) {
        long time = version.start() + mark.at().toNanos();
        return lives.stream()
                .filter(life -> life.callbacks.stream().anyMatch(callback -> callback.contains(time)))
                .findFirst();
    }

    private Stream<LoopEvent> events(LoopEvent.Type kind) {
        return events.stream().filter(event -> event.kind() == kind);
    }

    /** Each loop numbers its tasks from 1, so the task of an event is the one with this number that was alive. */
    private void assignToTask(LoopEvent event) {
        var sameId = lives.stream()
                .filter(life ->
                        life.task.taskId() == event.taskId() && life.task.task().equals(event.task()))
                .toList();
        Life owner = sameId.stream()
                .filter(life -> life.task.contains(event.start()))
                .findFirst()
                .orElseGet(() -> sameId.isEmpty() ? unfinished(event) : sameId.getLast());
        switch (event.kind()) {
            case TIMER -> owner.sleeps.add(event);
            case REQUEST -> owner.requested.add(event);
            default -> owner.callbacks.add(event);
        }
    }

    /** Creates the life of a task that has not ended, since the event of a task is written at its end. */
    private Life unfinished(LoopEvent first) {
        var life = new Life(new LoopEvent(
                LoopEvent.Type.TASK, first.thread(), first.taskId(), first.task(), first.start(), Track.NEVER));
        lives.add(life);
        return life;
    }

    private final class Life {

        final LoopEvent task;
        final List<LoopEvent> callbacks = new ArrayList<>();
        final List<LoopEvent> sleeps = new ArrayList<>();
        final List<LoopEvent> requested = new ArrayList<>();

        private TaskRequests requests = TaskRequests.NONE;
        private Optional<Lane> drawn = Optional.empty();

        Life(LoopEvent task) {
            this.task = task;
        }

        Lane lane(List<Mark> marks) {
            long start = Math.clamp(task.start(), version.start(), version.end());
            long end = Math.clamp(task.end(), start, version.end());
            return new Lane(
                    task.task(),
                    LaneKind.LOOP_TASK,
                    version.at(start),
                    version.at(end),
                    task.end() > version.end(),
                    spans(start, end),
                    withFailure(marks));
        }

        private List<Mark> withFailure(List<Mark> marks) {
            var all = new ArrayList<>(marks);
            if (!task.failure().isEmpty() && version.contains(task.end())) {
                all.add(new Mark(version.at(task.end()), task.failure(), Mark.Kind.FAILED));
            }
            return all;
        }

        private List<Span> spans(long start, long end) {
            requests = TaskRequests.of(requested, sleeps);
            var spans = new SpanList(version, start);
            boolean begun = false;
            for (LoopEvent callback : callbacks.stream()
                    .filter(callback -> !isDuringSleep(callback))
                    .toList()) {
                wait(spans, Math.min(callback.start(), end), begun);
                run(spans, Math.min(callback.end(), end));
                begun = true;
            }
            wait(spans, end, begun);
            return spans.list();
        }

        /** Whether a short callback ran during a sleep that continued. */
        private boolean isDuringSleep(LoopEvent callback) {
            return callback.end() - callback.start() < SHORT.toNanos()
                    && sleeps.stream()
                            .anyMatch(sleep -> sleep.start() < callback.start() && callback.end() < sleep.end());
        }

        /**
         * Adds a wait until {@code end}: sleeping while one of its timers runs, and otherwise waiting for something
         * else.
         */
        private void wait(SpanList spans, long end, boolean begun) {
            for (LoopEvent sleep : sleeps) {
                other(spans, Math.min(sleep.start(), end), begun);
                spans.fillUpTo(
                        Math.min(sleep.end(), end), State.SLEEP, Span.SLEEPS_WITHOUT_THREAD, requests.placesOf(sleep));
            }
            other(spans, end, begun);
        }

        /**
         * Adds a wait for something other than a sleep. Its place is where the task made its last request: the loop
         * does not know which of several requests the chain of the task waits for. A task that has not begun has no
         * place.
         */
        private void other(SpanList spans, long end, boolean begun) {
            if (begun) {
                Wait wait = requests.waitAt(spans.filled());
                spans.fillUpTo(end, wait.state(), wait.detail(), requests.placesAt(spans.filled()));
            } else {
                spans.fillUpTo(end, State.IDLE, "waiting for its first turn");
            }
        }

        /**
         * Adds running until {@code end}. If the thread waits during this time, the task and the whole loop wait, too.
         */
        private void run(SpanList spans, long end) {
            long now = spans.filled();
            for (int i = PartitionPoint.of(threadWaits, wait -> wait.end() <= now);
                    i < threadWaits.size() && threadWaits.get(i).start() < end;
                    i++) {
                TimedWait wait = threadWaits.get(i);
                spans.fillUpTo(Math.min(wait.start(), end), State.RUNNING, State.RUNNING.meaning());
                spans.fillUpTo(
                        Math.min(wait.end(), end),
                        wait.why().state(),
                        wait.why().detail() + ", which blocks the whole loop",
                        wait.places());
            }
            spans.fillUpTo(end, State.RUNNING, State.RUNNING.meaning());
        }
    }
}

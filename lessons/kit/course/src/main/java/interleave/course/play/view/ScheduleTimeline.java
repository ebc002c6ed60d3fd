package interleave.course.play.view;

import static java.time.Duration.ofSeconds;

import interleave.course.play.replay.PlayedStep;
import interleave.course.play.replay.PlayedThread;
import interleave.course.play.replay.Position;
import interleave.recorder.model.Ending;
import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Mark;
import interleave.recorder.model.Place;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import interleave.recorder.model.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A schedule as a timeline: each step takes one second, and is marked like a printed line.
 *
 * @param positions the position before the first step, and after each step
 */
public record ScheduleTimeline(String program, List<Position> positions) {

    public Timeline timeline() {
        Position last = positions.getLast();
        return new Timeline(
                program,
                ofSeconds(last.steps().size()),
                ending(last),
                last.threads().stream().map(PlayedThread::name).map(this::lane).toList());
    }

    private static Ending ending(Position last) {
        boolean waits = last.threads().stream().anyMatch(thread -> thread.state() == PlayedThread.State.WAITING);
        return !last.isBroken() ? Ending.DONE : waits ? Ending.STUCK : Ending.FAILED;
    }

    private Lane lane(String thread) {
        int first = firstSeen(thread);
        List<Span> spans = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (int i = first; i < positions.size() - 1 && !hasEnded(thread, i); i++) {
            PlayedStep step = positions.getLast().steps().get(i);
            boolean isOwn = step.thread().equals(thread);
            State state = isOwn ? State.RUNNING : waiting(thread, i);
            spans.add(new Span(ofSeconds(i), ofSeconds(i + 1), state, detail(thread, i), places(thread, i)));
            if (isOwn) {
                marks.add(new Mark(ofSeconds(i), step.shown()));
            }
        }
        Duration end = spans.isEmpty() ? ofSeconds(first) : spans.getLast().end();
        return new Lane(thread, LaneKind.PLATFORM_THREAD, ofSeconds(first), end, false, spans, marks);
    }

    /** A thread of a pool starts later than the others. */
    private int firstSeen(String thread) {
        int first = 0;
        while (seen(thread, first).isEmpty()) {
            first++;
        }
        return first;
    }

    private boolean hasEnded(String thread, int position) {
        return seen(thread, position).orElseThrow().state() == PlayedThread.State.ENDED;
    }

    private State waiting(String thread, int position) {
        return seen(thread, position).orElseThrow().isReady() ? State.IDLE : State.LOCK;
    }

    private List<Place> places(String thread, int position) {
        int line = seen(thread, position).orElseThrow().line();
        return line > 0 ? List.of(new Place(program + ".java", line)) : List.of();
    }

    private String detail(String thread, int position) {
        PlayedThread before = seen(thread, position).orElseThrow();
        boolean makesStep = positions.getLast().steps().get(position).thread().equals(thread);
        return before.isReady() && !makesStep ? "ready: " + before.does() + " next" : before.does();
    }

    private Optional<PlayedThread> seen(String thread, int position) {
        return positions.get(position).threads().stream()
                .filter(each -> each.name().equals(thread))
                .findFirst();
    }
}

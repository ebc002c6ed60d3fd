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
                ofSeconds(last.steps().size() + (isStuck() ? 1 : 0)),
                ending(last),
                last.threads().stream().map(PlayedThread::name).map(this::lane).toList());
    }

    private Ending ending(Position last) {
        return isStuck() ? Ending.STUCK : last.isBroken() ? Ending.FAILED : Ending.DONE;
    }

    /** Whether threads still wait after the last step. One more second then makes their wait visible. */
    private boolean isStuck() {
        return positions.getLast().isBroken()
                && positions.getLast().threads().stream().anyMatch(ScheduleTimeline::waits);
    }

    private static boolean waits(PlayedThread thread) {
        return thread.state() == PlayedThread.State.WAITING;
    }

    private Lane lane(String thread) {
        int first = firstSeen(thread);
        List<Span> spans = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (int i = first; i < positions.size() - 1 && !hasEnded(thread, i); i++) {
            PlayedStep step = positions.getLast().steps().get(i);
            boolean isOwn = makesStep(thread, i);
            State state = isOwn ? State.RUNNING : waiting(thread, i);
            spans.add(new Span(ofSeconds(i), ofSeconds(i + 1), state, detail(thread, i), places(thread, i)));
            if (isOwn) {
                marks.add(new Mark(ofSeconds(i), step.shown()));
            }
        }
        int last = positions.size() - 1;
        if (isStuck() && seen(thread, last).filter(ScheduleTimeline::waits).isPresent()) {
            spans.add(new Span(
                    ofSeconds(last), ofSeconds(last + 1), State.LOCK, detail(thread, last), places(thread, last)));
        }
        Duration end = spans.isEmpty() ? ofSeconds(first) : spans.getLast().end();
        return new Lane(thread, LaneKind.STEPPED_THREAD, ofSeconds(first), end, false, spans, marks);
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
        return (before.isReady() && !makesStep(thread, position) ? "ready: " + before.does() + " next" : before.does())
                + before.hasRead();
    }

    private boolean makesStep(String thread, int position) {
        List<PlayedStep> steps = positions.getLast().steps();
        return position < steps.size() && steps.get(position).thread().equals(thread);
    }

    private Optional<PlayedThread> seen(String thread, int position) {
        return positions.get(position).threads().stream()
                .filter(each -> each.name().equals(thread))
                .findFirst();
    }
}

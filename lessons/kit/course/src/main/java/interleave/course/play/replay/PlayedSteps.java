package interleave.course.play.replay;

import interleave.virtualtime.scheduling.Candidate;
import interleave.virtualtime.scheduling.NextStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps of a run, with the values that they read and write. */
final class PlayedSteps {
    private final List<PlayedStep> steps = new ArrayList<>();
    /** The field that the last step writes. Its value is known at the next position. */
    private Optional<NextStep> written = Optional.empty();

    int count() {
        return steps.size();
    }

    List<PlayedStep> all() {
        return List.copyOf(steps);
    }

    /** Adds the step that a thread is about to make. */
    void add(Candidate chosen, PlayedThread before, Map<String, String> shared) {
        Optional<NextStep> next = chosen.next().filter(step -> step.target() != null);
        String read = next.filter(step -> step.action().startsWith("read "))
                .flatMap(PlayedSteps::value)
                .orElse("");
        written = next.filter(step -> step.action().startsWith("write "));
        steps.add(new PlayedStep(chosen.thread(), before.line(), before.does(), read, shared.toString()));
    }

    /** Stores the value that the last step has written. */
    void complete() {
        written.flatMap(PlayedSteps::value)
                .ifPresent(value -> steps.addLast(steps.removeLast().withValue(value)));
        written = Optional.empty();
    }

    private static Optional<String> value(NextStep access) {
        String field = access.action().substring(access.action().indexOf(' ') + 1);
        return Optional.ofNullable(access.target()).flatMap(target -> SharedObjects.valueOf(target, field));
    }
}

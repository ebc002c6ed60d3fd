package interleave.course.play;

import interleave.course.play.replay.PlayedThread;
import java.util.ArrayList;
import java.util.List;

/** The keys that make sense at the position of an attempt, such as {@code b back}. */
record KeyNames(Attempt attempt) {

    List<String> all() {
        var names = new ArrayList<String>();
        List<PlayedThread> threads = attempt.position().threads();
        attempt.position().choices().forEach(thread -> names.add((threads.indexOf(thread) + 1) + " " + thread.name()));
        if (attempt.isDone()) {
            names.add("Enter next level");
        }
        names.addAll(List.of("b back", "r restart"));
        names.addAll(attempt.isAtCure() ? atCure() : atProgram());
        names.addAll(attempt.isDone() ? List.of() : List.of("n next"));
        names.addAll(List.of("p previous", "? help", "q quit"));
        return names;
    }

    private List<String> atProgram() {
        return attempt.isDone()
                ? List.of("c try to break the corrected one", "w write files")
                : List.of("h hint", "s show", "c corrected");
    }

    private List<String> atCure() {
        return attempt.isDone() ? List.of("c original") : List.of("s all schedules", "c original");
    }
}

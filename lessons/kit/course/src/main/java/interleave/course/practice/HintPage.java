package interleave.course.practice;

import interleave.course.terminal.Screen;
import interleave.practice.exercises.Exercise;
import interleave.practice.exercises.Workspace;
import java.io.IOException;

/** The hints of an exercise, one more at each call. */
public record HintPage(Screen screen, Workspace workspace) {

    /** Shows the hints seen so far, and the next one. */
    public void showNext(Exercise exercise) throws IOException {
        int hints = exercise.hints().size();
        int seen = Math.min(hints, workspace.progress().hintsSeen(exercise) + 1);
        workspace.progress().hintSeen(exercise, seen);
        for (int number = 1; number <= seen; number++) {
            screen.item(
                    "Hint " + number + " of " + hints + " for " + exercise.simpleName() + ": ",
                    exercise.hints().get(number - 1));
        }
        if (seen == hints) {
            screen.line(
                    "That was the last hint. For the solution, press s, or type ./lesson solution " + exercise.name());
        }
    }
}

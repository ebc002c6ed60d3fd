package interleave.course;

import interleave.practice.Desk;
import interleave.practice.Exercise;
import java.io.IOException;

/** The hints of an exercise, one more each time. */
record HintPage(Screen screen, Desk desk) {

    /** Those seen, and the next. */
    void showNext(Exercise exercise) throws IOException {
        int hints = exercise.hints().size();
        int seen = Math.min(hints, desk.progress().hintsSeen(exercise) + 1);
        desk.progress().hintSeen(exercise, seen);
        for (int number = 1; number <= seen; number++) {
            screen.item(
                    "Hint " + number + " of " + hints + ": ", exercise.hints().get(number - 1));
        }
        if (seen == hints) {
            screen.line("That was the last. The solution: s here, or ./lesson solution " + exercise.name());
        }
    }
}

package interleave.course;

import interleave.practice.Desk;
import interleave.practice.Exercise;
import java.io.IOException;
import java.nio.file.Files;

/** The solution of an exercise, for those who have one of their own or have taken all hints. */
record SolutionPage(Screen screen, Desk desk) {

    /** Returns whether it was shown. */
    boolean show(Exercise exercise) throws IOException {
        int left = exercise.hints().size() - desk.progress().hintsSeen(exercise);
        screen.line();
        if (!desk.progress().isDone(exercise) && left > 0) {
            screen.paragraph("The solution is shown when your own is right, or after "
                    + (left == 1 ? "one more hint" : left + " more hints") + ": h here, or ./lesson hint "
                    + exercise.name());
            return false;
        }
        screen.title("One good solution: " + PracticeFolder.shown(exercise.solution()));
        Files.readAllLines(exercise.solution()).forEach(screen::line);
        return true;
    }
}

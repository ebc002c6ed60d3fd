package interleave.course.practice;

import interleave.course.terminal.Screen;
import interleave.practice.exercises.Exercise;
import interleave.practice.exercises.Workspace;
import java.io.IOException;
import java.nio.file.Files;

/** The solution of an exercise, for those who have one of their own or have taken all hints. */
public record SolutionPage(Screen screen, Workspace workspace) {

    /** Returns whether it was shown. */
    public boolean show(Exercise exercise) throws IOException {
        int left = exercise.hints().size() - workspace.progress().hintsSeen(exercise);
        screen.line();
        if (!workspace.progress().isDone(exercise) && left > 0) {
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

package interleave.course.practice;

import interleave.course.terminal.Screen;
import interleave.practice.exercises.Exercise;
import interleave.practice.exercises.Workspace;
import java.io.IOException;
import java.nio.file.Files;

/** The solutions of an exercise, once the student's own is right or all hints have been seen. */
public record SolutionPage(Screen screen, Workspace workspace) {

    /** Returns whether it was shown. */
    public boolean show(Exercise exercise) throws IOException {
        if (!Files.exists(exercise.solution())) {
            screen.line();
            screen.paragraph("This edition of the course has no solutions. Teachers find them in the complete course.");
            return false;
        }
        int left = exercise.hints().size() - workspace.progress().hintsSeen(exercise);
        screen.line();
        if (!workspace.progress().isDone(exercise) && left > 0) {
            screen.paragraph("You can see the solution when your own is right, or after "
                    + (left == 1 ? "one more hint" : left + " more hints") + ": press h, or type ./lesson hint "
                    + exercise.name());
            return false;
        }
        screen.title("A solution: " + PracticeFolder.shown(exercise.solution()));
        Files.readAllLines(exercise.solution()).forEach(screen::line);
        for (Exercise.Alternative alternative : exercise.alternatives()) {
            screen.line();
            screen.title("In another style: " + alternative.style().replace('-', ' '));
            screen.line(PracticeFolder.shown(alternative.file()));
            Files.readAllLines(alternative.file()).forEach(screen::line);
        }
        return true;
    }
}

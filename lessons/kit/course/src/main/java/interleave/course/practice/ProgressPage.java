package interleave.course.practice;

import interleave.course.terminal.Screen;
import interleave.practice.exercises.Exercise;
import interleave.practice.exercises.Workspace;
import java.util.List;

/** The exercises, and how far a student has come with each. */
public record ProgressPage(Screen screen, Workspace workspace) {

    public void show(List<Exercise> all) {
        screen.line();
        for (Exercise exercise : all) {
            var progress = workspace.progress();
            String state = progress.isDone(exercise) ? "done" : progress.isBegun(exercise) ? "begun" : "";
            screen.line("  %-6s %-20s %-20s %s"
                    .formatted(state, exercise.lesson(), exercise.simpleName(), hints(progress.hintsSeen(exercise)))
                    .stripTrailing());
        }
        long done = all.stream().filter(workspace.progress()::isDone).count();
        screen.line("  " + done + " of " + all.size() + " done");
        workspace
                .progress()
                .quizzes()
                .forEach((lesson, right) ->
                        screen.line("  quiz   %-20s %s right at the first go".formatted(lesson, right)));
    }

    private static String hints(int seen) {
        return seen == 0 ? "" : seen == 1 ? "1 hint" : seen + " hints";
    }
}

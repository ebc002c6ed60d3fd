package interleave.course;

import interleave.practice.Desk;
import interleave.practice.Exercise;
import java.util.List;

/** The exercises, and how far a student has come with each. */
record ProgressPage(Screen screen, Desk desk) {

    void show(List<Exercise> all) {
        screen.line();
        for (Exercise exercise : all) {
            var progress = desk.progress();
            String state = progress.isDone(exercise) ? "done" : progress.isBegun(exercise) ? "begun" : "";
            screen.line("  %-6s %-20s %-20s %s"
                    .formatted(state, exercise.lesson(), exercise.simpleName(), hints(progress.hintsSeen(exercise)))
                    .stripTrailing());
        }
        long done = all.stream().filter(desk.progress()::isDone).count();
        screen.line("  " + done + " of " + all.size() + " done");
        desk.progress()
                .quizzes()
                .forEach((lesson, right) ->
                        screen.line("  quiz   %-20s %s right at the first go".formatted(lesson, right)));
    }

    private static String hints(int seen) {
        return seen == 0 ? "" : seen == 1 ? "1 hint" : seen + " hints";
    }
}

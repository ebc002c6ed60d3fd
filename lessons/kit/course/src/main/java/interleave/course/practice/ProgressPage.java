package interleave.course.practice;

import interleave.course.lessons.Level;
import interleave.course.terminal.Screen;
import interleave.practice.exercises.Exercise;
import interleave.practice.exercises.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** The exercises, and the student's progress with each. */
public record ProgressPage(Screen screen, Workspace workspace) {

    public void show(List<Exercise> all) {
        screen.line();
        int number = 0;
        for (Exercise exercise : all) {
            number++;
            var progress = workspace.progress();
            String state = progress.isDone(exercise) ? "done" : progress.isBegun(exercise) ? "started" : "";
            screen.line("  %02d  %-7s %-20s %-20s %s"
                    .formatted(
                            number,
                            state,
                            exercise.lesson(),
                            exercise.simpleName(),
                            hints(progress.hintsSeen(exercise)))
                    .stripTrailing());
        }
        long done = all.stream().filter(workspace.progress()::isDone).count();
        screen.line("      " + done + " of " + all.size() + " done");
        workspace
                .progress()
                .quizzes()
                .forEach((lesson, right) ->
                        screen.line("      quiz   %-20s %s right at the first try".formatted(lesson, right)));
    }

    /** The levels of {@code ./lesson play} that are won, a line for each lesson that has some. */
    public void showLevels(List<Level> all) {
        var byLesson =
                all.stream().collect(Collectors.groupingBy(Level::lesson, LinkedHashMap::new, Collectors.toList()));
        byLesson.forEach((lesson, levels) -> {
            List<Level> won = levels.stream()
                    .filter(level -> workspace.progress().hasWon(level.className()))
                    .toList();
            screen.item(
                    "      play   %-20s ".formatted(lesson),
                    won.size() + " of " + levels.size() + " levels won"
                            + won.stream()
                                    .map(Level::simpleName)
                                    .collect(Collectors.joining(", ", won.isEmpty() ? "" : ": ", "")));
        });
    }

    private static String hints(int seen) {
        return seen == 0 ? "" : seen == 1 ? "1 hint" : seen + " hints";
    }
}

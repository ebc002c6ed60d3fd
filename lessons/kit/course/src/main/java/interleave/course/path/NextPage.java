package interleave.course.path;

import interleave.course.terminal.Screen;
import java.util.Optional;

/** The last lines of everything a student finishes: what comes next. */
public record NextPage(Screen screen) {

    /** Shows a step; an empty one means that all steps are done. */
    public void show(Optional<Step> next) {
        screen.line();
        next.ifPresentOrElse(
                step -> {
                    screen.item("Next: ", step.description() + ".");
                    screen.line("      " + step.command() + "   (or: ./lesson next)");
                },
                () -> screen.paragraph("You have finished the course: all lessons, exercises and quizzes."));
    }
}

package interleave.course.practice;

import interleave.course.lessons.Course;
import interleave.course.terminal.Keys;
import interleave.course.terminal.Screen;
import interleave.practice.checking.Checker;
import interleave.practice.exercises.Exercise;
import interleave.practice.exercises.Workspace;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A student at the terminal, who works on one exercise after another. */
public final class PracticeSession {
    private final Course course;
    private final Workspace workspace;
    private final Screen screen;

    public PracticeSession(Course course, Workspace workspace, Screen screen) {
        this.course = course;
        this.workspace = workspace;
        this.screen = screen;
    }

    public void run(Exercise first) throws IOException, InterruptedException {
        BlockingQueue<Character> events = new LinkedBlockingQueue<>();
        try (var keys = Keys.read(System.in, events::add);
                var checker = Checker.of(first, VerdictPage.style(screen))) {
            if (!keys.actAtOnce()) {
                screen.line("Press Enter after each key: this terminal sends whole lines only.");
            }
            Optional<Exercise> current = Optional.of(first);
            while (current.isPresent()) {
                Exercise exercise = current.get();
                checker.turnTo(exercise);
                current = new ExerciseSession(exercise, course, workspace, screen, checker, events).run();
            }
        }
    }
}

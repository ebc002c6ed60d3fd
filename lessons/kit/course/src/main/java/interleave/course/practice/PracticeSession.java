package interleave.course.practice;

import interleave.course.lessons.Course;
import interleave.course.terminal.Keys;
import interleave.course.terminal.Screen;
import interleave.practice.checking.Checker;
import interleave.practice.exercises.Exercise;
import interleave.practice.exercises.Workspace;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/** A student at the terminal, who goes from exercise to exercise until they leave or none is left. */
public final class PracticeSession {
    private final Course course;
    private final List<Exercise> all;
    private final Workspace workspace;
    private final Screen screen;

    public PracticeSession(Course course, Workspace workspace, Screen screen) {
        this.course = course;
        this.all = new Exercises(course).all();
        this.workspace = workspace;
        this.screen = screen;
    }

    public void run(Exercise first) throws IOException, InterruptedException {
        BlockingQueue<Character> events = new LinkedBlockingQueue<>();
        try (var keys = Keys.read(System.in, events::add);
                var checker = Checker.of(first, VerdictPage.style(screen))) {
            if (!keys.actAtOnce()) {
                screen.line("Press Enter after each key: this terminal tells of whole lines only.");
            }
            Optional<Exercise> current = Optional.of(first);
            while (current.isPresent()) {
                Exercise exercise = current.get();
                checker.turnTo(exercise);
                boolean goesOn = new ExerciseSession(exercise, course, workspace, screen, checker, events).run();
                current = goesOn ? following(exercise) : Optional.empty();
            }
        }
        screen.line();
        screen.line("Your files stay in the folder practice. Go on with: ./lesson practice");
    }

    /** The next that is not done, from the beginning if need be. */
    private Optional<Exercise> following(Exercise exercise) {
        int here = all.indexOf(exercise);
        Optional<Exercise> next = Stream.concat(
                        all.stream().skip(here + 1L), all.stream().limit(here + 1L))
                .filter(other -> !workspace.progress().isDone(other))
                .findFirst();
        if (next.isEmpty()) {
            screen.line();
            screen.title("That was the last: all exercises are done.");
        }
        return next;
    }
}

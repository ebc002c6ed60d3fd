package interleave.course;

import interleave.practice.Checker;
import interleave.practice.Desk;
import interleave.practice.Exercise;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/** A student at the terminal, who goes from exercise to exercise until they leave or none is left. */
final class PracticeSession {
    private final Course course;
    private final List<Exercise> all;
    private final Desk desk;
    private final Screen screen;

    PracticeSession(Course course, Desk desk, Screen screen) {
        this.course = course;
        this.all = new Exercises(course).all();
        this.desk = desk;
        this.screen = screen;
    }

    void run(Exercise first) throws IOException, InterruptedException {
        BlockingQueue<Character> events = new LinkedBlockingQueue<>();
        try (var keys = Keys.read(System.in, events::add);
                var checker = Checker.of(first, PracticeFolder.look(screen))) {
            if (!keys.actAtOnce()) {
                screen.line("Press Enter after each key: this terminal tells of whole lines only.");
            }
            Optional<Exercise> current = Optional.of(first);
            while (current.isPresent()) {
                Exercise exercise = current.get();
                checker.turnTo(exercise);
                boolean goesOn = new ExerciseSession(exercise, course, desk, screen, checker, events).run();
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
                .filter(other -> !desk.progress().isDone(other))
                .findFirst();
        if (next.isEmpty()) {
            screen.line();
            screen.title("That was the last: all exercises are done.");
        }
        return next;
    }
}

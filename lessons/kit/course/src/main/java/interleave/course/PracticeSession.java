package interleave.course;

import interleave.practice.Checker;
import interleave.practice.Desk;
import interleave.practice.Exercise;
import interleave.practice.FileWatch;
import interleave.practice.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A student at the terminal: each save is checked, each key does something, until they leave. */
final class PracticeSession {
    /** In the queue of keys: no key, but the file was saved. */
    private static final char SAVED = '!';

    private final List<Exercise> all;
    private final Course course;
    private final Desk desk;
    private final Screen screen;
    private final BlockingQueue<Character> events = new LinkedBlockingQueue<>();

    PracticeSession(Course course, Desk desk, Screen screen) {
        this.course = course;
        this.all = new Exercises(course).all();
        this.desk = desk;
        this.screen = screen;
    }

    /** Until {@code q} is pressed, or nothing is left to do. */
    void run(Exercise first) throws IOException, InterruptedException {
        try (var keys = Keys.read(System.in, events::add);
                var checker = Checker.of(first, PracticeFolder.look(screen))) {
            if (!keys.actAtOnce()) {
                screen.line("Press Enter after each key: this terminal tells of whole lines only.");
            }
            Optional<Exercise> current = Optional.of(first);
            while (current.isPresent()) {
                current = work(current.get(), checker);
            }
        }
    }

    /** Returns what to turn to next, if the student goes on. */
    @SuppressWarnings("try") // the watch is only held
    private Optional<Exercise> work(Exercise exercise, Checker checker) throws IOException, InterruptedException {
        checker.turnTo(exercise);
        Optional<String> news = desk.open(exercise);
        begin(exercise);
        screen.line("Checking ...");
        try (var watch = FileWatch.of(desk.file(exercise), () -> events.add(SAVED))) {
            check(exercise, checker, news, true);
            while (true) {
                switch (next()) {
                    case SAVED, 'c' -> {
                        begin(exercise);
                        screen.line("Checking ...");
                        check(exercise, checker, Optional.empty(), false);
                    }
                    case 't' -> task(exercise);
                    case 'h' -> hint(exercise);
                    case 's' -> {
                        new SolutionPage(screen, desk).show(exercise);
                        keys(exercise);
                    }
                    case 'l' -> {
                        new ProgressPage(screen, desk).show(all);
                        keys(exercise);
                    }
                    case 'r' -> reset(exercise);
                    case 'z' -> quiz(exercise);
                    case 'n' -> {
                        return following(exercise);
                    }
                    case 'q', Keys.END -> {
                        leave(exercise);
                        return Optional.empty();
                    }
                    default -> keys(exercise);
                }
            }
        }
    }

    /** What was saved several times meanwhile needs one check. */
    private char next() throws InterruptedException {
        char event = events.take();
        while (event == SAVED && events.peek() != null && events.peek() == SAVED) {
            event = events.take();
        }
        return event;
    }

    private void begin(Exercise exercise) {
        screen.clear();
        int number = all.indexOf(exercise) + 1;
        screen.title("Practice: " + exercise.lesson() + ", " + exercise.simpleName(), number + " of " + all.size());
        screen.line("Your file: " + PracticeFolder.shown(desk.file(exercise)));
        screen.line();
    }

    /** The task is shown once, and when it is asked for: the screen has no room for it beside every verdict. */
    private void check(Exercise exercise, Checker checker, Optional<String> news, boolean opened) throws IOException,
            InterruptedException {
        desk.keep(exercise);
        Verdict verdict = checker.check(desk.file(exercise));
        begin(exercise);
        news.ifPresent(text -> {
            screen.paragraph(text);
            screen.line();
        });
        if (opened) {
            screen.paragraph(exercise.task());
            screen.line();
        }
        new VerdictPage(screen).show(exercise, verdict);
        if (!desk.hasContent(exercise)) {
            desk.kept(exercise)
                    .ifPresent(copy -> screen.line("Your last version is kept: " + PracticeFolder.shown(copy)));
        }
        if (verdict.passed()) {
            desk.progress().done(exercise);
            screen.paragraph("Press n for what comes next, s to compare with the course's solution, z for the quiz.");
        }
        keys(exercise);
    }

    private void keys(Exercise exercise) {
        int hints = exercise.hints().size() - desk.progress().hintsSeen(exercise);
        screen.line();
        screen.line("n next  h hint" + (hints > 0 ? " (" + hints + ")" : "")
                + "  c check  t task  l list  s solution  z quiz"
                + "  r reset  q quit");
    }

    private void task(Exercise exercise) {
        screen.line();
        screen.paragraph(exercise.task());
        keys(exercise);
    }

    private void hint(Exercise exercise) throws IOException {
        screen.line();
        new HintPage(screen, desk).showNext(exercise);
        keys(exercise);
    }

    private void reset(Exercise exercise) throws IOException, InterruptedException {
        screen.line();
        screen.paragraph("Begin anew? Your file is kept beside the new one. y: yes; any other key: no.");
        if (events.take() == 'y') {
            new ResetPage(screen, desk).reset(exercise);
        } else {
            screen.line("Nothing was changed.");
            keys(exercise);
        }
    }

    private void quiz(Exercise exercise) throws IOException, InterruptedException {
        screen.clear();
        new Quiz(course.find(exercise.lesson()), screen, desk, events::take).run();
        keys(exercise);
    }

    private Optional<Exercise> following(Exercise exercise) {
        int here = all.indexOf(exercise);
        Optional<Exercise> next = all.stream().skip(here + 1).filter(other -> !desk.progress().isDone(other))
                .findFirst().or(() -> all.stream().filter(other -> other != exercise && !desk.progress().isDone(other))
                        .findFirst());
        if (next.isEmpty()) {
            screen.line();
            screen.title(desk.progress().isDone(exercise)
                    ? "That was the last: all exercises are done."
                    : "This is the only one that is not done.");
            return desk.progress().isDone(exercise) ? Optional.empty() : Optional.of(exercise);
        }
        return next;
    }

    private void leave(Exercise exercise) {
        screen.line();
        screen.line("Your file stays: " + PracticeFolder.shown(desk.file(exercise)));
        screen.line("Go on with:      ./lesson practice");
    }
}

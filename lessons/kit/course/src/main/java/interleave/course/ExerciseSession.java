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

/** A student at the terminal with one exercise: each save is checked, each key does something. */
final class ExerciseSession {
    /** Among the keys: the file may have been saved. */
    private static final char SAVED = '!';

    private final Exercise exercise;
    private final Course course;
    private final List<Exercise> all;
    private final Desk desk;
    private final Screen screen;
    private final Checker checker;
    private final BlockingQueue<Character> events;
    private Optional<String> checked = Optional.empty();

    ExerciseSession(
            Exercise exercise,
            Course course,
            Desk desk,
            Screen screen,
            Checker checker,
            BlockingQueue<Character> events) {
        this.exercise = exercise;
        this.course = course;
        this.all = new Exercises(course).all();
        this.desk = desk;
        this.screen = screen;
        this.checker = checker;
        this.events = events;
    }

    /** Returns whether the student goes on to the next. */
    @SuppressWarnings("try") // the watch is only held
    boolean run() throws IOException, InterruptedException {
        Optional<String> news = desk.open(exercise);
        try (var watch = FileWatch.of(desk.file(exercise), () -> events.add(SAVED))) {
            check(news, true);
            while (true) {
                char event = events.take();
                switch (event) {
                    case 'n' -> {
                        return true;
                    }
                    case 'q', Keys.END -> {
                        return false;
                    }
                    default -> react(event);
                }
            }
        }
    }

    private void react(char event) throws IOException, InterruptedException {
        switch (event) {
            case SAVED -> checkIfChanged();
            case 'c' -> check(Optional.empty(), false);
            case 'r' -> reset();
            default -> {
                screen.line();
                show(event);
                keys();
            }
        }
    }

    private void show(char key) throws IOException, InterruptedException {
        switch (key) {
            case 't' -> screen.paragraph(exercise.task());
            case 'h' -> new HintPage(screen, desk).showNext(exercise);
            case 's' -> new SolutionPage(screen, desk).show(exercise);
            case 'l' -> new ProgressPage(screen, desk).show(all);
            case 'z' -> quiz();
            default -> screen.line("Nothing is on that key.");
        }
    }

    /** The watch tells of what was checked meanwhile, too. */
    private void checkIfChanged() throws IOException, InterruptedException {
        if (!checked.equals(Optional.of(desk.content(exercise)))) {
            check(Optional.empty(), false);
        }
    }

    /** The task is shown once, and when it is asked for: the screen has no room for it beside every verdict. */
    private void check(Optional<String> news, boolean showsTask) throws IOException, InterruptedException {
        screen.line("Checking ...");
        desk.keep(exercise);
        checked = Optional.of(desk.content(exercise));
        Verdict verdict = checker.check(desk.file(exercise));
        begin();
        news.ifPresent(this::section);
        if (showsTask) {
            section(exercise.task());
        }
        new VerdictPage(screen).show(exercise, verdict);
        if (desk.content(exercise).isBlank()) {
            desk.kept(exercise)
                    .ifPresent(copy -> screen.line("Your last version is kept: " + PracticeFolder.shown(copy)));
        }
        if (verdict.passed()) {
            desk.progress().done(exercise);
            screen.paragraph("Press n for what comes next, s to compare with the course's solution, z for the quiz.");
        }
        keys();
    }

    private void begin() {
        screen.clear();
        int number = all.indexOf(exercise) + 1;
        screen.title("Practice: " + exercise.lesson() + ", " + exercise.simpleName(), number + " of " + all.size());
        screen.line("Your file: " + PracticeFolder.shown(desk.file(exercise)));
        screen.line();
    }

    private void section(String text) {
        screen.paragraph(text);
        screen.line();
    }

    private void keys() {
        int hints = exercise.hints().size() - desk.progress().hintsSeen(exercise);
        screen.line();
        screen.line("n next  h hint" + (hints > 0 ? " (" + hints + ")" : "") + "  c check  t task  l list  s solution"
                + "  z quiz  r reset  q quit");
    }

    private void reset() throws IOException, InterruptedException {
        screen.line();
        screen.paragraph("Begin anew? Your file is kept beside the new one. y: yes; any other key: no.");
        if (answer() == 'y') {
            check(Optional.of(new FreshStart(desk).of(exercise)), true);
        } else {
            screen.line("Nothing was changed.");
            keys();
        }
    }

    private void quiz() throws IOException, InterruptedException {
        screen.clear();
        new Quiz(course.find(exercise.lesson()), screen, desk, this::answer).run();
    }

    /** A key; what is saved meanwhile is checked after it. */
    private char answer() throws InterruptedException {
        char event = events.take();
        boolean saved = event == SAVED;
        while (event == SAVED) {
            event = events.take();
        }
        if (saved) {
            events.add(SAVED);
        }
        return event;
    }
}

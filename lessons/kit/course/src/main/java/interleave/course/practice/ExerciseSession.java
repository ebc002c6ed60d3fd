package interleave.course.practice;

import interleave.course.lessons.Course;
import interleave.course.quiz.Quiz;
import interleave.course.terminal.Keys;
import interleave.course.terminal.Screen;
import interleave.practice.checking.Checker;
import interleave.practice.exercises.Exercise;
import interleave.practice.exercises.FileWatcher;
import interleave.practice.exercises.Workspace;
import interleave.practice.judging.Verdict;
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
    private final Workspace workspace;
    private final Screen screen;
    private final Checker checker;
    private final BlockingQueue<Character> events;
    private Optional<String> checked = Optional.empty();

    ExerciseSession(
            Exercise exercise,
            Course course,
            Workspace workspace,
            Screen screen,
            Checker checker,
            BlockingQueue<Character> events) {
        this.exercise = exercise;
        this.course = course;
        this.all = new Exercises(course).all();
        this.workspace = workspace;
        this.screen = screen;
        this.checker = checker;
        this.events = events;
    }

    /** Returns whether the student goes on to the next. */
    @SuppressWarnings("try") // the watch is only held
    boolean run() throws IOException, InterruptedException {
        Optional<String> news = workspace.open(exercise);
        try (var watch = FileWatcher.of(workspace.file(exercise), () -> events.add(SAVED))) {
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
            case 'h' -> new HintPage(screen, workspace).showNext(exercise);
            case 's' -> new SolutionPage(screen, workspace).show(exercise);
            case 'l' -> new ProgressPage(screen, workspace).show(all);
            case 'z' -> quiz();
            default -> screen.line("Nothing is on that key.");
        }
    }

    /** The watch tells of what was checked meanwhile, too. */
    private void checkIfChanged() throws IOException, InterruptedException {
        if (!checked.equals(Optional.of(workspace.content(exercise)))) {
            check(Optional.empty(), false);
        }
    }

    /** The task is shown once, and when it is asked for: the screen has no room for it beside every verdict. */
    private void check(Optional<String> news, boolean showsTask) throws IOException, InterruptedException {
        screen.line("Checking ...");
        workspace.keep(exercise);
        checked = Optional.of(workspace.content(exercise));
        Verdict verdict = checker.check(workspace.file(exercise));
        begin();
        news.ifPresent(this::section);
        if (showsTask) {
            section(exercise.task());
        }
        new VerdictPage(screen).show(exercise, verdict);
        if (workspace.content(exercise).isBlank()) {
            workspace
                    .kept(exercise)
                    .ifPresent(copy -> screen.line("Your last version is kept: " + PracticeFolder.shown(copy)));
        }
        if (verdict.passed()) {
            workspace.progress().done(exercise);
            screen.paragraph("Press n for what comes next, s to compare with the course's solution, z for the quiz.");
        }
        keys();
    }

    private void begin() {
        screen.clear();
        int number = all.indexOf(exercise) + 1;
        screen.title("Practice: " + exercise.lesson() + ", " + exercise.simpleName(), number + " of " + all.size());
        screen.line("Your file: " + PracticeFolder.shown(workspace.file(exercise)));
        screen.line();
    }

    private void section(String text) {
        screen.paragraph(text);
        screen.line();
    }

    private void keys() {
        int hints = exercise.hints().size() - workspace.progress().hintsSeen(exercise);
        screen.line();
        screen.line("n next  h hint" + (hints > 0 ? " (" + hints + ")" : "") + "  c check  t task  l list  s solution"
                + "  z quiz  r reset  q quit");
    }

    private void reset() throws IOException, InterruptedException {
        screen.line();
        screen.paragraph("Begin anew? Your file is kept beside the new one. y: yes; any other key: no.");
        if (answer() == 'y') {
            check(Optional.of(new ExerciseReset(workspace).of(exercise)), true);
        } else {
            screen.line("Nothing was changed.");
            keys();
        }
    }

    private void quiz() throws IOException, InterruptedException {
        screen.clear();
        new Quiz(course.find(exercise.lesson()), screen, workspace.progress(), this::answer).run();
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

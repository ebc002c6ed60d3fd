package interleave.course.practice;

import interleave.course.lessons.Course;
import interleave.course.machine.FileRefusal;
import interleave.course.path.LearningPath;
import interleave.course.path.NextPage;
import interleave.course.path.Step;
import interleave.course.quiz.Quiz;
import interleave.course.terminal.Keys;
import interleave.course.terminal.Screen;
import interleave.practice.checking.Checker;
import interleave.practice.exercises.AnswerSources;
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
    /** An event among the keys: the file, or a helper class next to it, may have been saved. */
    private static final char SAVED = '!';

    private final Exercise exercise;
    private final Course course;
    private final List<Exercise> all;
    private final Workspace workspace;
    private final Screen screen;
    private final Checker checker;
    private final BlockingQueue<Character> events;
    private Optional<AnswerSources> checked = Optional.empty();
    private boolean isNotified = true;

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

    /** Returns the exercise that the student turns to, or none to end the session. */
    @SuppressWarnings("try") // the watch is only held
    Optional<Exercise> run() throws IOException, InterruptedException {
        Optional<String> news = workspace.open(exercise);
        try (var watch = FileWatcher.of(workspace.file(exercise), () -> events.add(SAVED))) {
            isNotified = watch.isNotified();
            check(news, true);
            while (true) {
                char event = events.take();
                switch (event) {
                    case 'n' -> {
                        return next();
                    }
                    case 'l' -> {
                        Optional<Exercise> chosen = choose();
                        if (chosen.isPresent()) {
                            return chosen;
                        }
                    }
                    case 'q', Keys.END -> {
                        screen.line();
                        screen.line("Your files stay in the folder practice. To continue: ./lesson practice");
                        return Optional.empty();
                    }
                    default -> react(event);
                }
            }
        }
    }

    /** The next exercise of this lesson. After the last one comes the quiz, and then the session ends. */
    private Optional<Exercise> next() throws IOException, InterruptedException {
        var path = LearningPath.of(course, workspace.progress());
        Optional<Step> next = path.after(new Step.Practice(exercise));
        if (next.isPresent()
                && next.get() instanceof Step.Quiz quiz
                && isOfThisLesson(quiz.lesson().name())
                && quiz()) {
            next = path.after(quiz);
        }
        if (next.isPresent()
                && next.get() instanceof Step.Practice practice
                && isOfThisLesson(practice.exercise().lesson())
                && !practice.exercise().equals(exercise)) {
            return Optional.of(practice.exercise());
        }
        new NextPage(screen).show(next);
        return Optional.empty();
    }

    private boolean isOfThisLesson(String lesson) {
        return lesson.equals(exercise.lesson());
    }

    /** The exercise with the number that is typed after the list; none for any other key. */
    private Optional<Exercise> choose() throws InterruptedException {
        screen.line();
        new ProgressPage(screen, workspace).show(all);
        screen.line();
        screen.line("Type the two digits of an exercise to turn to it. Any other key stays here.");
        char tens = answer();
        int number = Character.isDigit(tens) ? 10 * (tens - '0') + (answer() - '0') : 0;
        if (number >= 1 && number <= all.size()) {
            return Optional.of(all.get(number - 1));
        }
        keys();
        return Optional.empty();
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
            case 'z' -> quiz();
            default -> screen.line("That key does nothing. The keys are:");
        }
    }

    /** A save that was checked in the meantime is not checked again. */
    private void checkIfChanged() throws IOException, InterruptedException {
        if (!checked.equals(Optional.of(workspace.sources(exercise)))) {
            check(Optional.empty(), false);
        }
    }

    /** Shows the task at the beginning only, because the screen has no room for it next to every verdict. */
    private void check(Optional<String> news, boolean showsTask) throws IOException, InterruptedException {
        screen.line("Checking ...");
        checked = Optional.of(workspace.sources(exercise));
        Verdict verdict = PracticeFolder.check(exercise, workspace, checker);
        begin();
        news.ifPresent(this::section);
        if (showsTask) {
            section(exercise.task());
        }
        if (showsTask && !isNotified) {
            screen.item(
                    "Note: ",
                    "this system does not report saved files, so your file is read several times a second. Press c"
                            + " to check it at once.");
        }
        new VerdictPage(screen).show(exercise, workspace.isUntouched(exercise) ? verdict.withoutAdvice() : verdict);
        if (workspace.content(exercise).isBlank()) {
            workspace
                    .kept(exercise)
                    .ifPresent(copy -> screen.line("A copy of your last version: " + PracticeFolder.shown(copy)));
        }
        if (verdict.passed()) {
            screen.paragraph("Press n for your next step, s to compare with the course's solutions, z for the quiz.");
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
        PracticeFolder.noteObstacle(workspace.obstacle(), screen);
        int hints = exercise.hints().size() - workspace.progress().hintsSeen(exercise);
        screen.line();
        screen.line("n next  h hint" + (hints > 0 ? " (" + hints + ")" : "") + "  c check  t task  l list  s solution"
                + "  z quiz  r reset  q quit");
    }

    private void reset() throws IOException, InterruptedException {
        screen.line();
        screen.paragraph("Restart this exercise? Your file is kept next to the new one. y: yes, any other key: no.");
        if (answer() == 'y') {
            restart();
        } else {
            screen.line("Nothing was changed.");
            keys();
        }
    }

    private void restart() throws IOException, InterruptedException {
        String news;
        try {
            news = new ExerciseReset(workspace).of(exercise);
        } catch (IOException refused) {
            FileRefusal refusal = FileRefusal.of(refused, Course.homeFolder()).orElseThrow();
            screen.paragraph("Nothing was changed. " + refusal.problem() + " " + refusal.advice());
            keys();
            return;
        }
        check(Optional.of(news), true);
    }

    /** Returns whether all questions were answered. */
    private boolean quiz() throws IOException, InterruptedException {
        screen.clear();
        return new Quiz(course.find(exercise.lesson()), screen, workspace.progress(), this::answer).run();
    }

    /** The next key. A save before it is checked afterwards, and the end of the input ends the session, too. */
    private char answer() throws InterruptedException {
        char event = events.take();
        boolean saved = event == SAVED;
        while (event == SAVED) {
            event = events.take();
        }
        if (saved) {
            events.add(SAVED);
        }
        if (event == Keys.END) {
            events.add(Keys.END);
        }
        return event;
    }
}

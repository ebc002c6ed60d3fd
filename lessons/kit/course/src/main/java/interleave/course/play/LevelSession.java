package interleave.course.play;

import interleave.course.lessons.Level;
import interleave.course.play.replay.PlayedThread;
import interleave.course.play.replay.Position;
import interleave.course.play.view.PlayPage;
import interleave.course.play.view.PlayView;
import interleave.course.terminal.Keys;
import interleave.practice.exercises.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a student play one level: first the program that can break, and then the corrected one. */
final class LevelSession {
    private final Levels levels;
    private final Level level;
    private final Progress progress;
    private final PlayView view;
    private final PlaySession.KeySource keys;
    private final Attempt original;
    private final Attempt cure;
    private Attempt attempt;
    /** The number of the thread that the arrow keys have selected; 0 if they were not used. */
    private int selected;
    /** A paragraph about the last key that was pressed. */
    private List<String> notice = List.of();
    /** The position that is shown; null if it must be shown again. */
    private @Nullable Position shown;
    /** The paragraphs of the help, shown instead of the verdict until the next key is pressed. */
    private List<String> help = List.of();

    LevelSession(Levels levels, Level level, Progress progress, PlayView view, PlaySession.KeySource keys)
            throws IOException {
        this.levels = levels;
        this.level = level;
        this.progress = progress;
        this.view = view;
        this.keys = keys;
        original = Attempt.atProgram(level, view);
        cure = Attempt.atCure(level, view);
        attempt = original;
    }

    /** Returns the level that the student plays next, or none if the student quits. */
    Optional<Level> run() throws IOException, InterruptedException {
        if (progress.won().isEmpty() && levels.before(level).isEmpty()) {
            notice = new Legend(view).atFirst();
        } else if (progress.hasWon(level.className())) {
            say("You have won this level before.");
        }
        view.begin(page());
        while (true) {
            show();
            notice = List.of();
            char key = keys.next();
            help = key == '?' && help.isEmpty() ? new Legend(view).whole() : List.of();
            switch (key == Keys.ENTER ? enter() : key) {
                case 'q', Keys.END -> {
                    return Optional.empty();
                }
                case 'n' -> {
                    if (levels.after(level).isPresent()) {
                        return levels.after(level);
                    }
                    say("This is the last level. Press q to quit.");
                }
                case 'p' -> {
                    if (levels.before(level).isPresent()) {
                        return levels.before(level);
                    }
                    say("This is the first level.");
                }
                default -> react(key);
            }
        }
    }

    private void show() {
        boolean isAnswer = attempt.position().equals(shown);
        shown = attempt.position();
        if (isAnswer) {
            view.answer(page());
        } else {
            view.show(page());
        }
    }

    /** The key that Enter stands for: the next level if nothing is left to do, otherwise a step. */
    private char enter() {
        return attempt.isDone() ? 'n' : Keys.DOWN;
    }

    private void react(char key) throws IOException {
        switch (key) {
            case 'b' -> back();
            case 'r' -> restart();
            case 's' -> showLosing();
            case 'c' -> change();
            case 'w' -> writeFiles();
            case 'h' -> say("Hint: " + level.hint());
            case '?' -> {} // the help is shown or hidden
            case Keys.LEFT -> select(-1);
            case Keys.RIGHT -> select(1);
            case Keys.DOWN, Keys.ENTER -> step(selected);
            case Keys.ESCAPE -> say("Press q to quit, or ? for help.");
            default -> step(Character.digit(key, 10));
        }
    }

    private void say(String text) {
        notice = List.of(text);
    }

    private void back() {
        if (attempt.schedule().isEmpty()) {
            say("This is the start. There is no step to take back.");
        }
        attempt.back();
    }

    private void restart() {
        if (attempt.schedule().isEmpty()) {
            say("This is the start.");
        }
        attempt.restart();
    }

    private void select(int direction) {
        int threads = attempt.position().threads().size();
        selected = Math.clamp(selected + direction, 1, threads);
    }

    private void step(int number) {
        List<PlayedThread> threads = attempt.position().threads();
        if (number < 1 || number > threads.size()) {
            say("That key does nothing. Press a digit to let a thread make a step, or ? for help.");
            return;
        }
        PlayedThread thread = threads.get(number - 1);
        if (attempt.hasEnded()) {
            say("The program has ended. Press b to take a step back, or r to restart.");
        } else if (!thread.isReady()) {
            say(thread.name() + " " + thread.does() + ". Let another thread make a step.");
        } else {
            attempt.step(thread);
            if (attempt.isWon()) {
                progress.won(level.className());
            }
        }
    }

    private void showLosing() {
        if (attempt.isAtCure()) {
            say(new Verdict(level).ofSchedules(attempt));
            return;
        }
        Attempt.ShownStep shown = attempt.show();
        if (!attempt.hasEnded()) {
            say((shown.restarted() ? "The game was restarted. " : "") + "Shown: step " + shown.number() + " of "
                    + shown.of() + " of a losing schedule. s: next step; a digit: continue on your own from here;"
                    + " r: restart.");
        }
    }

    /** Changes between the program that can break and the corrected one. Each keeps its position. */
    private void change() {
        attempt = attempt.isAtCure() ? original : cure;
        shown = null;
        selected = 0;
        view.begin(page());
    }

    /** Writes the student's own schedule as a web page and as a picture. */
    private void writeFiles() throws IOException {
        if (attempt.isAtCure() || !attempt.isDone()) {
            say("There is no schedule to write yet. Break the program first.");
            return;
        }
        say(ScheduleFiles.ofStudent(levels, level, attempt.schedule()).writeOwn());
    }

    private PlayPage page() {
        var answer = new ArrayList<>(notice);
        answer.addAll(help);
        return new PlayPage(
                levels.title(level, attempt.name()),
                level.goal(),
                attempt.source(),
                attempt.position(),
                selected,
                answer,
                help.isEmpty() ? new Verdict(level).of(attempt) : List.of(),
                new KeyNames(attempt).all());
    }
}

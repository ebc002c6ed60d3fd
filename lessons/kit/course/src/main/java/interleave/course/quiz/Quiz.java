package interleave.course.quiz;

import interleave.course.lessons.Lesson;
import interleave.course.lessons.Question;
import interleave.course.terminal.Keys;
import interleave.course.terminal.Screen;
import interleave.practice.exercises.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Asks the questions of a lesson one by one, and explains each answer. */
public final class Quiz {
    private final Lesson lesson;
    private final Screen screen;
    private final Progress progress;
    private final Answers answers;

    /** The keys that a student presses. */
    public interface Answers {
        char next() throws IOException, InterruptedException;
    }

    public Quiz(Lesson lesson, Screen screen, Progress progress, Answers answers) {
        this.lesson = lesson;
        this.screen = screen;
        this.progress = progress;
        this.answers = answers;
    }

    /** Returns whether all questions were answered. */
    public boolean run() throws IOException, InterruptedException {
        List<Question> questions = lesson.quiz();
        screen.line();
        if (questions.isEmpty()) {
            screen.line("Lesson " + lesson.name() + " has no quiz.");
            return true;
        }
        int right = 0;
        for (int i = 0; i < questions.size(); i++) {
            screen.title("Question " + (i + 1) + " of " + questions.size());
            Optional<Boolean> atOnce = ask(questions.get(i));
            if (atOnce.isEmpty()) {
                return false;
            }
            right += atOnce.get() ? 1 : 0;
        }
        progress.quiz(lesson.name(), right, questions.size());
        screen.title(right + " of " + questions.size() + " right at the first try.");
        return true;
    }

    /** Whether the first answer was right; empty when the student quits. */
    private Optional<Boolean> ask(Question question) throws IOException, InterruptedException {
        List<Choice> choices = Choice.of(question);
        screen.paragraph(question.ask());
        for (int i = 0; i < choices.size(); i++) {
            screen.item("  " + (char) ('a' + i) + "  ", choices.get(i).text());
        }
        screen.line("(type a letter, or q to quit)");
        boolean first = true;
        while (true) {
            char key = answers.next();
            if (key == 'q' || key == Keys.END) {
                return Optional.empty();
            }
            int chosen = Character.toLowerCase(key) - 'a';
            if (chosen < 0 || chosen >= choices.size()) {
                if (!Character.isWhitespace(key)) {
                    screen.line("Type a letter from a to " + (char) ('a' + choices.size() - 1) + ", or q to quit.");
                }
                continue;
            }
            Optional<String> wrong = choices.get(chosen).whyWrong();
            progress.answered(lesson.name(), question.ask(), choices.get(chosen).text(), wrong.isEmpty());
            if (wrong.isEmpty()) {
                screen.item(key + " is right. ", question.why());
                screen.line();
                return Optional.of(first);
            }
            screen.item(key + " is not right. ", wrong.get());
            screen.line("Try again: type another letter.");
            first = false;
        }
    }
}

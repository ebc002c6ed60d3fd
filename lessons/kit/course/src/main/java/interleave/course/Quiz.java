package interleave.course;

import interleave.course.Question.Prediction;
import interleave.practice.Desk;
import interleave.practice.Run;
import interleave.virtualtime.PrintedLine;
import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Asks the questions of a lesson, one by one, and explains each answer. */
final class Quiz {
    private final Lesson lesson;
    private final Screen screen;
    private final Desk desk;
    private final Answers answers;

    /** What a student presses, a key at a time. */
    interface Answers {
        char next() throws IOException, InterruptedException;
    }

    /** An answer to choose. */
    private record Choice(String text, Optional<String> whyWrong) {}

    Quiz(Lesson lesson, Screen screen, Desk desk, Answers answers) {
        this.lesson = lesson;
        this.screen = screen;
        this.desk = desk;
        this.answers = answers;
    }

    /** Returns whether it was gone through to its end. */
    boolean run() throws IOException, InterruptedException {
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
        desk.progress().quiz(lesson.name(), right, questions.size());
        screen.title(right + " of " + questions.size() + " right at the first go.");
        return true;
    }

    /** Whether the first answer was right; empty when the student has left. */
    private Optional<Boolean> ask(Question question) throws IOException, InterruptedException {
        List<Choice> choices = choices(question);
        screen.paragraph(question.ask());
        for (int i = 0; i < choices.size(); i++) {
            screen.item("  " + (i + 1) + "  ", choices.get(i).text());
        }
        screen.line("(a number; q leaves)");
        boolean first = true;
        while (true) {
            char key = answers.next();
            if (key == 'q' || key == Keys.END) {
                return Optional.empty();
            }
            int chosen = key - '1';
            if (chosen < 0 || chosen >= choices.size()) {
                if (!Character.isWhitespace(key)) {
                    screen.line("A number from 1 to " + choices.size() + ", please, or q.");
                }
                continue;
            }
            Optional<String> wrong = choices.get(chosen).whyWrong();
            if (wrong.isEmpty()) {
                screen.item((chosen + 1) + " is right. ", question.why());
                screen.line();
                return Optional.of(first);
            }
            screen.item((chosen + 1) + " is not right. ", wrong.get());
            first = false;
        }
    }

    /** Always in the same order, which is not that of the file. */
    static List<String> shuffledAnswers(Question question) {
        return choices(question).stream().map(Choice::text).toList();
    }

    private static List<Choice> choices(Question question) {
        var choices = new ArrayList<Choice>();
        String right = rightAnswer(question);
        choices.add(new Choice(right, Optional.empty()));
        for (Map.Entry<String, String> wrong : question.wrong()) {
            choices.add(new Choice(wrong.getKey(), Optional.of(wrong.getValue())));
        }
        Collections.shuffle(choices, new Random(question.ask().hashCode()));
        return choices;
    }

    /** As the descriptor has it, or as it comes out when the version is run. */
    static String rightAnswer(Question question) {
        return question.prediction()
                .map(Quiz::found)
                .orElseGet(() -> question.right().orElseThrow());
    }

    private static String found(Prediction prediction) {
        var version = new Version(prediction.version(), "", false, Optional.empty());
        VirtualRun run;
        try {
            run = VirtualTime.run(() -> version.run(prediction.arguments()));
        } catch (Exception failed) {
            throw new CourseException(
                    "A question of the quiz runs " + prediction.version() + ", which failed: " + failed.getMessage());
        }
        List<String> lines = run.lines().stream().map(PrintedLine::text).toList();
        return switch (prediction.what()) {
            case "time" -> Run.seconds(run.elapsed());
            case "threads" -> String.valueOf(run.threads().size());
            case "last line" -> lines.getLast();
            default -> lines.get(Integer.parseInt(prediction.what().substring("line ".length())) - 1);
        };
    }
}

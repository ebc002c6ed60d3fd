package interleave.course.quiz;

import interleave.course.lessons.CourseException;
import interleave.course.lessons.Question;
import interleave.course.lessons.Question.Prediction;
import interleave.course.lessons.Version;
import interleave.practice.Run;
import interleave.virtualtime.PrintedLine;
import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * An answer that a question offers.
 *
 * @param whyWrong empty when it is the right one
 */
public record Choice(String text, Optional<String> whyWrong) {

    /** The answers to a question, shuffled, in the same order each time. */
    public static List<Choice> of(Question question) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(rightAnswer(question), Optional.empty()));
        for (Map.Entry<String, String> wrong : question.wrong()) {
            choices.add(new Choice(wrong.getKey(), Optional.of(wrong.getValue())));
        }
        Collections.shuffle(choices, new Random(question.ask().hashCode()));
        return choices;
    }

    /** The answer in the descriptor, or the one that a run of the version gives. */
    private static String rightAnswer(Question question) {
        return question.prediction()
                .map(Choice::found)
                .orElseGet(() -> question.right().orElseThrow());
    }

    private static String found(Prediction prediction) {
        var version = new Version(prediction.version(), "", false, Optional.empty());
        VirtualRun run;
        try {
            run = new VirtualTime().expectUncaught().start(() -> version.run(prediction.arguments()));
        } catch (Exception failed) {
            throw new CourseException(
                    "A quiz question runs " + prediction.version() + ", which failed: " + failed.getMessage());
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

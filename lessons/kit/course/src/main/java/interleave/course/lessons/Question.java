package interleave.course.lessons;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question of a lesson's quiz.
 *
 * @param ask the question
 * @param right the right answer; empty if a run of {@code prediction} finds it
 * @param wrong the wrong answers, each with a reason
 * @param why why the right answer is right
 */
public record Question(
        String ask,
        Optional<String> right,
        Optional<Prediction> prediction,
        List<Map.Entry<String, String>> wrong,
        String why) {

    /**
     * A run whose result is the right answer.
     *
     * @param version the class that is run, in virtual time, with {@code arguments}
     * @param what the answer: {@code time}, {@code threads}, {@code last line} or {@code line 3}
     */
    public record Prediction(String version, List<String> arguments, String what) {}
}

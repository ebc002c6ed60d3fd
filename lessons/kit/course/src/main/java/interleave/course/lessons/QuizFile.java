package interleave.course.lessons;

import interleave.course.lessons.Question.Prediction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the questions in a lesson's {@code lesson.yaml}. */
final class QuizFile {
    static final List<String> KEYS = List.of("ask", "right", "run", "answer", "wrong", "why");
    private static final String ANSWERS = "time|threads|last line|line [1-9][0-9]?";

    private QuizFile() {}

    /** @throws CourseException when a question lacks or misspells something */
    static List<Question> questions(YamlMap lesson, String javaPackage) {
        return lesson.optionalMaps("quiz").stream()
                .map(question -> {
                    question.allowOnly(KEYS);
                    return question(question, javaPackage);
                })
                .toList();
    }

    static Question question(YamlMap question, String javaPackage) {
        Optional<Prediction> prediction =
                question.has("run") ? Optional.of(prediction(question, javaPackage)) : Optional.empty();
        Optional<String> right = prediction.isPresent() ? Optional.empty() : Optional.of(question.text("right"));
        return new Question(question.text("ask"), right, prediction, question.pairs("wrong"), question.text("why"));
    }

    private static Prediction prediction(YamlMap question, String javaPackage) {
        List<String> words = Arrays.asList(question.text("run").split(" "));
        String what = question.text("answer");
        if (!what.matches(ANSWERS)) {
            throw question.wrong("answer", "'answer' must be one of: time, threads, last line, line 1, line 2 ...");
        }
        return new Prediction(javaPackage + "." + words.getFirst(), words.subList(1, words.size()), what);
    }
}

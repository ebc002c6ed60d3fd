package interleave.practice.exercises;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import interleave.practice.judging.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The content of the file of a student's progress: exercises by class, quizzes by lesson, first answers by lesson and
 * question, the lessons run, and the levels won. A key that an older file lacks counts as empty.
 */
record ProgressContent(
        Map<String, Map<String, Object>> exercises,
        Map<String, Map<String, Object>> quizzes,
        Map<String, Map<String, Object>> answers,
        Set<String> runs,
        Set<String> levels) {
    static final String EXERCISES = "exercises";
    static final String QUIZZES = "quizzes";
    static final String ANSWERS = "answers";
    private static final String RUNS = "runs";
    static final String LEVELS = "levels";
    /** Only ASCII, because shells of some systems write the output of a command in another encoding. */
    private static final JSON FORMAT = JSON.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .enable(JSON.Feature.PRETTY_PRINT_OUTPUT)
            .build();

    static ProgressContent of(Map<String, Object> json) {
        return new ProgressContent(
                entries(json.get(EXERCISES)),
                entries(json.get(QUIZZES)),
                entries(json.get(ANSWERS)),
                names(json.get(RUNS)),
                names(json.get(LEVELS)));
    }

    static String format(Map<String, Object> json) throws IOException {
        return FORMAT.asString(new TreeMap<>(json));
    }

    Map<String, Object> exercise(Exercise exercise) {
        return exercises.computeIfAbsent(exercise.className(), first -> new TreeMap<>());
    }

    void attempted(Exercise exercise, Verdict verdict) {
        var claims = new ArrayList<Map<String, Object>>();
        verdict.right().forEach(claim -> claims.add(claim(claim, true)));
        if (!verdict.failed().isEmpty()) {
            claims.add(claim(verdict.failed(), false));
        }
        Map<String, Object> stored = exercise(exercise);
        stored.put("claims", claims);
        stored.put("problem", verdict.problem());
        if (verdict.passed()) {
            stored.put("done", true);
        }
    }

    private static Map<String, Object> claim(String sentence, boolean passed) {
        return new TreeMap<>(Map.of("claim", sentence, "passed", passed));
    }

    void answered(String lesson, String question, String answer, boolean right) {
        answers.computeIfAbsent(lesson, first -> new TreeMap<>())
                .putIfAbsent(question, new TreeMap<>(Map.of("answer", answer, "right", right)));
    }

    String json() throws IOException {
        return format(Map.of(EXERCISES, exercises, QUIZZES, quizzes, ANSWERS, answers, RUNS, runs, LEVELS, levels));
    }

    private static Set<String> names(@Nullable Object content) {
        var names = new TreeSet<String>();
        if (content instanceof List<?> list) {
            list.forEach(name -> names.add(String.valueOf(name)));
        }
        return names;
    }

    private static Map<String, Map<String, Object>> entries(@Nullable Object content) {
        var entries = new TreeMap<String, Map<String, Object>>();
        if (content instanceof Map<?, ?> map) {
            map.forEach((name, entry) -> {
                if (entry instanceof Map<?, ?> fields) {
                    var copy = new TreeMap<String, Object>();
                    fields.forEach((key, value) -> copy.put(String.valueOf(key), value));
                    entries.put(String.valueOf(name), copy);
                }
            });
        }
        return entries;
    }
}

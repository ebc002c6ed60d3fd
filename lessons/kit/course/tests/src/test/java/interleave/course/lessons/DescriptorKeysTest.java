package interleave.course.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of keys in the course's README match the keys that {@link LessonFile} reads. */
class DescriptorKeysTest {
    private static final Pattern ROW =
            Pattern.compile("^\\| `(\\w+)` \\| [^|]+ \\| ([^|]*?) \\| ?([^|]*?) ?\\|$", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    /** A key, and whether its table calls it required. */
    private record Row(String key, boolean required) {}

    static Stream<Arguments> keys() {
        return Stream.concat(
                LessonFile.KEYS.stream().map(key -> Arguments.of("lesson", key)),
                Stream.of(
                                LessonFile.EXERCISE_KEYS.stream().map(key -> Arguments.of("exercise", key)),
                                LessonFile.LEVEL_KEYS.stream().map(key -> Arguments.of("level", key)),
                                QuizFile.KEYS.stream().map(key -> Arguments.of("question", key)))
                        .flatMap(keys -> keys));
    }

    @Test
    void tablesHaveARowForEachKeyInItsOrder() throws IOException {
        assertThat(tables().get("lesson")).extracting(Row::key).containsExactlyElementsOf(LessonFile.KEYS);
        assertThat(tables().get("exercise")).extracting(Row::key).containsExactlyElementsOf(LessonFile.EXERCISE_KEYS);
        assertThat(tables().get("level")).extracting(Row::key).containsExactlyElementsOf(LessonFile.LEVEL_KEYS);
        assertThat(tables().get("question")).extracting(Row::key).containsExactlyElementsOf(QuizFile.KEYS);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void keyIsRequiredIfTheTableSaysSo(String table, String key) throws IOException {
        Path file = Files.createDirectory(folder.resolve("01-greet")).resolve(LessonFile.NAME);
        Files.writeString(file, descriptorWithout(table, key));
        boolean required =
                tables().get(table).stream().anyMatch(row -> row.key().equals(key) && row.required());

        if (required) {
            assertThatThrownBy(() -> LessonFile.read(file))
                    .isInstanceOf(CourseException.class)
                    .hasMessageContaining("the key '" + key + "' is missing");
        } else {
            assertThatCode(() -> LessonFile.read(file)).doesNotThrowAnyException();
        }
    }

    /** Four lists, written with all their keys; a question has {@code run} and {@code answer}, or {@code right}. */
    private static String descriptorWithout(String table, String key) {
        var lesson = new LinkedHashMap<String, String>();
        lesson.put("title", "Greet");
        lesson.put("question", "How long?");
        lesson.put("minutes", "15");
        lesson.put("source", "An article");
        lesson.put("versions", "[Sequential: one]");
        lesson.put("preview", "[Sequential]");
        lesson.put("realtime", "[Sequential: sockets]");
        lesson.put("hangs", "[Sequential]");
        lesson.put("operation", "[starts: (.+) starts, ends: (.+) ends]");
        lesson.put("serves", "Sequential");
        lesson.put("client", "Client");
        lesson.put("warmup", "visitors");
        lesson.put("notice", "[a point]");
        lesson.put("try", "[greet: because]");
        var exercise = new LinkedHashMap<>(
                Map.of("class", "Party", "task", "Greet all.", "untouched", "It took 6 s", "hints", "[one, two]"));
        var level = new LinkedHashMap<>(Map.of(
                "class",
                "Gates",
                "cure",
                "Locks",
                "goal",
                "Lose one.",
                "fewest",
                "4",
                "hint",
                "Look.",
                "why",
                "because",
                "remedy",
                "a lock"));
        var question = new LinkedHashMap<>(Map.of("ask", "How long?", "wrong", "[1 s: no]", "why", "because"));
        question.putAll(
                key.equals("run") || key.equals("right")
                        ? Map.of("right", "2 s")
                        : Map.of("run", "Sequential", "answer", "time"));
        switch (table) {
            case "lesson" -> lesson.remove(key);
            case "exercise" -> exercise.remove(key);
            case "level" -> level.remove(key);
            default -> question.remove(key);
        }
        lesson.put("practice", "[" + exercise + "]");
        lesson.put("play", "[" + level + "]");
        lesson.put("quiz", "[" + question + "]");
        if (table.equals("lesson")) {
            lesson.remove(key);
        }
        var yaml = new StringBuilder();
        lesson.forEach((name, value) ->
                yaml.append(name).append(": ").append(value.replace("=", ": ")).append('\n'));
        return yaml.toString();
    }

    /** In the README: the keys of the lesson, of an exercise, of a level, and of a question. */
    private static Map<String, List<Row>> tables() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String tables = readme.substring(readme.indexOf("## The keys of lesson.yaml"));
        int exercises = tables.indexOf("An exercise under");
        int levels = tables.indexOf("A level under");
        int questions = tables.indexOf("A question under");
        return Map.of(
                "lesson", rows(tables.substring(0, exercises)),
                "exercise", rows(tables.substring(exercises, levels)),
                "level", rows(tables.substring(levels, questions)),
                "question", rows(tables.substring(questions)));
    }

    private static List<Row> rows(String text) {
        return ROW.matcher(text)
                .results()
                .map((MatchResult row) -> new Row(
                        row.group(1), row.group(2).equals("yes") || row.group(2).matches("with(out)? `run`")))
                .toList();
    }
}

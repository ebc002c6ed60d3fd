package interleave.bench;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of results: JMH's own array, in whose first element stands under {@value #KEY} what JMH does not write.
 * Viewers of JMH's results read the keys they know and leave this one alone.
 *
 * @param name the file's, without folder and extension
 * @param speed as it was asked for, such as {@code quick}
 * @param began in the machine's own time, to the second
 * @param cuts what was not measured, and why
 * @param failures what failed, and why
 */
public record Results(
        String name,
        String speed,
        String began,
        CourseVersion course,
        Machine machine,
        List<Row> rows,
        List<Note> cuts,
        List<Note> failures) {
    static final String KEY = "interleave";

    /** A benchmark, or some, and what is to be said of them. */
    public record Note(String what, String why) {}

    /** What is written beside JMH's numbers. */
    public record Circumstances(
            String speed, String began, CourseVersion course, Machine machine, List<Note> cuts, List<Note> failures) {}

    /** Adds the circumstances to a file of JMH. */
    public static void describe(Path file, Circumstances circumstances) throws IOException {
        List<Map<String, Object>> elements = elements(file);
        elements.getFirst().put(KEY, map(circumstances));
        Files.writeString(file, JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(elements) + "\n");
    }

    private static Map<String, Object> map(Circumstances circumstances) {
        var map = new LinkedHashMap<String, Object>();
        map.put("course", circumstances.course.release());
        map.put("benchmarks", circumstances.course.benchmarks());
        map.put("lessons", circumstances.course.lessons());
        map.put("speed", circumstances.speed);
        map.put("began", circumstances.began);
        map.put("machine", circumstances.machine.facts());
        map.put("cuts", notes(circumstances.cuts));
        map.put("failures", notes(circumstances.failures));
        return map;
    }

    private static List<Map<String, String>> notes(List<Note> notes) {
        return notes.stream()
                .<Map<String, String>>map(note -> new LinkedHashMap<>(Map.of("what", note.what, "why", note.why)))
                .toList();
    }

    /**
     * Reads a file that {@code ./lesson bench} has written.
     *
     * @throws UnusableFile when it is not there, is damaged, or was not made by {@code ./lesson bench}
     */
    public static Results read(Path file) {
        List<Map<String, Object>> elements = elements(file);
        if (!(elements.getFirst().get(KEY) instanceof Map<?, ?> course)) {
            throw new UnusableFile(
                    file + " is a result of JMH, but not of this course: nothing says on which machine.",
                    "Measure with ./lesson bench, which writes both.");
        }
        try {
            return new Results(
                    file.getFileName().toString().replaceFirst("\\.json$", ""),
                    text(course, "speed"),
                    text(course, "began"),
                    new CourseVersion(text(course, "course"), text(course, "benchmarks"), text(course, "lessons")),
                    new Machine(texts(course.get("machine"))),
                    elements.stream().map(Results::row).toList(),
                    notes(course.get("cuts")),
                    notes(course.get("failures")));
        } catch (ClassCastException | IllegalArgumentException wrong) {
            throw damaged(file, wrong.getMessage());
        }
    }

    private static List<Map<String, Object>> elements(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException absent) {
            throw new UnusableFile(
                    "There is no file " + file + ".",
                    "./lesson bench writes its results to " + "benchmarks/results/ and says their names.");
        } catch (IOException unreadable) {
            throw new UnusableFile(file + " cannot be read: it is no text, or it is not yours.");
        }
        try {
            var elements = new ArrayList<Map<String, Object>>();
            if (!(JSON.std.anyFrom(text) instanceof List<?> list) || list.isEmpty()) {
                throw new UnusableFile(file + " is not a result of ./lesson bench: JMH's results are a list.");
            }
            for (Object element : list) {
                if (!(element instanceof Map<?, ?> map)) {
                    throw damaged(file, "an element is no object");
                }
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((key, value) -> copy.put(String.valueOf(key), value));
                elements.add(copy);
            }
            return elements;
        } catch (IOException notJson) {
            throw damaged(file, "it is not JSON" + place(notJson));
        }
    }

    private static String place(IOException mistake) {
        return mistake instanceof com.fasterxml.jackson.core.JsonProcessingException at && at.getLocation() != null
                ? " from line " + at.getLocation().getLineNr() + " on"
                : "";
    }

    private static UnusableFile damaged(Path file, @Nullable String why) {
        return new UnusableFile(file + " is damaged: " + why + ".", "Copy it again from where it was measured.");
    }

    private static Row row(Map<String, Object> element) {
        String name = text(element, "benchmark");
        String method = name.substring(name.lastIndexOf('.') + 1);
        String type = name.substring(0, Math.max(0, name.length() - method.length() - 1))
                .replaceFirst(".*\\.", "")
                .replaceFirst("Benchmark$", "");
        int forks = (int) number(element.get("forks"));
        var secondary = new LinkedHashMap<String, Metric>();
        if (element.get("secondaryMetrics") instanceof Map<?, ?> others) {
            others.forEach((key, value) -> secondary.put(String.valueOf(key), metric(value, forks)));
        }
        return new Row(
                type,
                method,
                texts(element.getOrDefault("params", Map.of())),
                metric(element.get("primaryMetric"), forks),
                secondary);
    }

    private static Metric metric(@Nullable Object metric, int forks) {
        if (!(metric instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("a row has no metric");
        }
        return new Metric(number(map.get("score")), number(map.get("scoreError")), text(map, "scoreUnit"), forks);
    }

    /** JMH writes what is no number as a text. */
    private static double number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof String text && text.matches("NaN|[+-]?(INF|Infinity)")) {
            return Double.NaN;
        }
        throw new IllegalArgumentException("'" + value + "' stands where a number must");
    }

    private static String text(Map<?, ?> map, String key) {
        if (map.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("'" + key + "' is missing");
    }

    private static Map<String, String> texts(@Nullable Object map) {
        var texts = new LinkedHashMap<String, String>();
        if (map instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
        }
        return texts;
    }

    private static List<Note> notes(@Nullable Object list) {
        return list instanceof List<?> notes
                ? notes.stream()
                        .map(note -> new Note(text((Map<?, ?>) note, "what"), text((Map<?, ?>) note, "why")))
                        .toList()
                : List.of();
    }
}

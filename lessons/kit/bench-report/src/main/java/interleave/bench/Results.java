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
 * A file of results: the JSON array that JMH writes. Its first element has an additional key {@value #KEY} with the
 * circumstances of the run. Viewers of JMH's results ignore this key.
 *
 * @param name that was given to the run ({@code ./lesson bench --name}), else of the file, without folder and extension
 * @param speed of the run, such as {@code quick}
 * @param began in local time, to the second
 * @param cuts the benchmarks that were not measured, and the reasons
 * @param failures the benchmarks that failed, and the reasons
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
    /** The key of an element for the text of profilers, which JMH itself does not write to the file. */
    private static final String PROFILES = "profilerOutput";

    /** A remark about one benchmark or several. */
    public record Note(String what, String why) {}

    /**
     * The data that is added to the numbers of JMH.
     *
     * @param name of the student or the machine; empty if none was given
     */
    public record Circumstances(
            String name,
            String speed,
            String began,
            CourseVersion course,
            Machine machine,
            List<Note> cuts,
            List<Note> failures) {}

    /** Adds the circumstances to a result file of JMH. */
    public static void describe(Path file, Circumstances circumstances) throws IOException {
        List<Map<String, Object>> elements = elements(file);
        elements.getFirst().put(KEY, map(circumstances));
        Files.writeString(file, JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(elements) + "\n");
    }

    private static Map<String, Object> map(Circumstances circumstances) {
        var map = new LinkedHashMap<String, Object>();
        if (!circumstances.name.isBlank()) {
            map.put("name", circumstances.name);
        }
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
     * @throws UnusableFile if it is missing or damaged, or was not written by {@code ./lesson bench}
     */
    public static Results read(Path file) {
        List<Map<String, Object>> elements = elements(file);
        if (!(elements.getFirst().get(KEY) instanceof Map<?, ?> course)) {
            throw new UnusableFile(
                    file + " is a result of JMH, but not of this course: it does not describe the machine.",
                    "Measure again with ./lesson bench.");
        }
        try {
            return new Results(
                    name(file, course),
                    text(course, "speed"),
                    text(course, "began"),
                    new CourseVersion(text(course, "course"), text(course, "benchmarks"), text(course, "lessons")),
                    new Machine(harmlessTexts(course.get("machine"))),
                    elements.stream().map(Results::row).toList(),
                    notes(course.get("cuts")),
                    notes(course.get("failures")));
        } catch (ClassCastException | IllegalArgumentException wrong) {
            throw damaged(file, wrong.getMessage());
        }
    }

    private static String name(Path file, Map<?, ?> course) {
        return course.get("name") instanceof String given && !given.isBlank()
                ? harmless(given)
                : file.getFileName().toString().replaceFirst("\\.json$", "");
    }

    /** Replaces characters that could control a terminal: the files come from other people. */
    private static String harmless(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\x{2028}\\x{2029}]", "?");
    }

    Results withName(String other) {
        return new Results(other, speed, began, course, machine, rows, cuts, failures);
    }

    private static List<Map<String, Object>> elements(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException absent) {
            throw new UnusableFile(
                    "There is no file " + file + ".",
                    "./lesson bench writes its results to benchmarks/results/, and prints the names of the files.");
        } catch (IOException unreadable) {
            throw new UnusableFile(file + " cannot be read. Check that it is a text file, and that you may read it.");
        }
        try {
            var elements = new ArrayList<Map<String, Object>>();
            if (!(JSON.std.anyFrom(text) instanceof List<?> list) || list.isEmpty()) {
                throw new UnusableFile(file + " is not a result of ./lesson bench: it is not a JSON array of results.");
            }
            for (Object element : list) {
                if (!(element instanceof Map<?, ?> map)) {
                    throw damaged(file, "an element of the array is not an object");
                }
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((key, value) -> copy.put(String.valueOf(key), value));
                elements.add(copy);
            }
            return elements;
        } catch (IOException notJson) {
            throw damaged(file, "it is not valid JSON" + place(notJson));
        }
    }

    private static String place(IOException mistake) {
        return mistake instanceof com.fasterxml.jackson.core.JsonProcessingException at && at.getLocation() != null
                ? " (line " + at.getLocation().getLineNr() + ")"
                : "";
    }

    private static UnusableFile damaged(Path file, @Nullable String why) {
        return new UnusableFile(file + " is damaged: " + why + ".", "Copy it again from the machine that wrote it.");
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
            others.forEach((key, value) -> secondary.put(profilerName(key), metric(value, forks)));
        }
        return new Row(
                type,
                method,
                texts(element.getOrDefault("params", Map.of())),
                metric(element.get("primaryMetric"), forks),
                secondary,
                texts(element.get(PROFILES)));
    }

    /** Some versions of JMH mark the metrics of profilers with a dot in front. */
    private static String profilerName(Object key) {
        return String.valueOf(key).replaceFirst("^\u00b7", "");
    }

    private static Metric metric(@Nullable Object metric, int forks) {
        if (!(metric instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("a result has no metric");
        }
        return new Metric(number(map.get("score")), number(map.get("scoreError")), text(map, "scoreUnit"), forks);
    }

    /** JMH writes NaN and infinity as strings. */
    private static double number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof String text && text.matches("NaN|[+-]?(INF|Infinity)")) {
            return Double.NaN;
        }
        throw new IllegalArgumentException("expected a number, but found '" + value + "'");
    }

    private static String text(Map<?, ?> map, String key) {
        if (map.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("'" + key + "' is missing");
    }

    private static Map<String, String> harmlessTexts(@Nullable Object map) {
        Map<String, String> texts = texts(map);
        texts.replaceAll((name, text) -> harmless(text));
        return texts;
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

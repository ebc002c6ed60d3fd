package interleave.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Result files in the format of JMH, with the numbers of a test. */
final class HandMade {
    private HandMade() {}

    /** An element of the array. */
    record Element(String json) {}

    /** A row that two JVMs measured, in milliseconds. */
    static Element row(String benchmark, String parameters, double score, double error) {
        return row(benchmark, parameters, score, String.valueOf(error), "ms/op", 2);
    }

    /** @param parameters such as {@code guests=3 database=h2} */
    static Element row(String benchmark, String parameters, double score, String error, String unit, int forks) {
        String params = List.of(parameters.split(" ")).stream()
                .filter(pair -> !pair.isEmpty())
                .map(pair -> "\"" + pair.replace("=", "\": \"") + "\"")
                .collect(Collectors.joining(", "));
        return new Element(String.format(Locale.ROOT, """
            {"jmhVersion": "1.37", "benchmark": "benchmarks.%s", "mode": "avgt", "forks": %d, "params": {%s},
             "primaryMetric": {"score": %s, "scoreError": %s, "scoreUnit": "%s", "rawData": [[%s]]},
             "secondaryMetrics": {}}\
            """, benchmark, forks, params, score, error, unit, score));
    }

    /** A row with a memory metric. Its time is meaningless. */
    static Element memoryRow(String benchmark, String parameters, double bytes, double error) {
        String timed = row(benchmark, parameters, 300, 1).json;
        return new Element(timed.replace("\"secondaryMetrics\": {}", String.format(Locale.ROOT, """
            "secondaryMetrics": {"bytesPerTask": {"score": %s, "scoreError": %s, "scoreUnit": "B"}}\
            """, bytes, error)));
    }

    static Path file(Path folder, String name, Element... elements) {
        try {
            return Files.writeString(
                    folder.resolve(name),
                    List.of(elements).stream().map(Element::json).collect(Collectors.joining(",\n", "[", "]")));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static Results results(Path folder, String name, Machine machine, Element... elements) {
        return results(folder, name, new CourseVersion("1.0", "abc", "def"), machine, elements);
    }

    static Results results(Path folder, String name, CourseVersion course, Machine machine, Element... elements) {
        return described(file(folder, name, elements), course, machine);
    }

    /** Adds the circumstances of a run to a result of JMH. */
    static Results described(Path file, Machine machine) {
        return described(file, new CourseVersion("1.0", "abc", "def"), machine);
    }

    private static Results described(Path file, CourseVersion course, Machine machine) {
        try {
            Results.describe(
                    file,
                    new Results.Circumstances(
                            "",
                            "quick",
                            "2026-01-01T10:00:00",
                            course,
                            machine,
                            List.of(new Results.Note("the rest", "no time")),
                            List.of()));
            return Results.read(file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}

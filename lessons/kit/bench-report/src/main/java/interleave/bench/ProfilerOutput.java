package interleave.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What JMH's profilers measured for the rows of a group: numbers as tables, and text. */
final class ProfilerOutput {
    private static final Map<String, String> MEANINGS = Map.of(
            "gc.alloc.rate", "memory allocated per second",
            "gc.alloc.rate.norm", "memory allocated per call",
            "gc.count", "garbage collections while measuring",
            "gc.time", "time of these collections");

    private final Map<String, RowGroup> tables = new LinkedHashMap<>();
    private final List<Text> texts = new ArrayList<>();

    /**
     * The text of a profiler about one row.
     *
     * @param title such as {@code -prof stack, event loop, 3 guests}
     */
    record Text(String title, List<String> lines) {}

    /** Adds what was measured for a row. */
    void add(Row row, double size, String variant, String sizeName) {
        row.profiled()
                .forEach((name, metric) -> tables.computeIfAbsent(
                                name + " " + metric.unit(), key -> table(title(name), sizeName))
                        .put(size, variant, metric));
        row.profiles()
                .forEach((name, text) -> texts.add(new Text(
                        "-prof " + name + ", " + variant
                                + (sizeName.isEmpty()
                                        ? ""
                                        : ", " + table("", sizeName).size(size)),
                        text.strip().lines().map(String::stripTrailing).toList())));
    }

    private static RowGroup table(String title, String sizeName) {
        return new RowGroup(title, sizeName, new TreeMap<>(), new LinkedHashMap<>(), new ProfilerOutput());
    }

    private static String title(String name) {
        String meaning = MEANINGS.getOrDefault(name, "");
        return meaning.isEmpty() ? name : name + ": " + meaning;
    }

    /** One table per metric, with the variants and sizes of the group. */
    List<RowGroup> tables() {
        return List.copyOf(tables.values());
    }

    List<Text> texts() {
        return List.copyOf(texts);
    }
}

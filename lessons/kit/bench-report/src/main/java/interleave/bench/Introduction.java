package interleave.bench;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a group measures, before its results: the work, the pauses, the sizes, and which direction is better. */
final class Introduction {
    private static final Properties DESCRIPTIONS = load();

    private Introduction() {}

    /** One paragraph. */
    static String to(RowGroup group) {
        return Stream.of(description(group), Optional.of(metric(group)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    /** Empty for a benchmark that has no description. */
    static Optional<String> description(RowGroup group) {
        return group.allRows()
                .flatMap(row -> Stream.of(row.type() + "." + row.method(), row.type())
                        .flatMap(key -> Stream.ofNullable(DESCRIPTIONS.getProperty(key)))
                        .map(text -> filled(text, row.parameters())))
                .findFirst();
    }

    private static String filled(String text, Map<String, String> parameters) {
        String filled = text;
        for (var parameter : parameters.entrySet()) {
            filled = filled.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return filled;
    }

    private static String metric(RowGroup group) {
        return measured(group.any()) + sizes(group) + ": " + direction(group.any()) + ".";
    }

    /** What a metric is, and which direction is better. */
    static String to(Metric metric) {
        return measured(metric) + ": " + direction(metric) + ".";
    }

    private static String direction(Metric metric) {
        return metric.isThroughput() ? "higher is better" : "lower is better";
    }

    private static String measured(Metric metric) {
        if (metric.isThroughput()) {
            return "Operations per " + secondsName(metric.unit());
        }
        return metric.isMemory() ? "Bytes" : "Mean time of one call";
    }

    private static String secondsName(String unit) {
        return switch (unit.replaceFirst("ops/", "")) {
            case "ns" -> "nanosecond";
            case "us" -> "microsecond";
            case "ms" -> "millisecond";
            case "s" -> "second";
            default -> unit;
        };
    }

    private static String sizes(RowGroup group) {
        if (group.sizeName().isEmpty()) {
            return "";
        }
        double largest = group.sizes().lastKey();
        String smaller = group.sizes().headMap(largest).keySet().stream()
                .map(RowGroup::number)
                .collect(Collectors.joining(", "));
        return " for " + (smaller.isEmpty() ? "" : smaller + " and ") + group.size(largest);
    }

    private static Properties load() {
        var properties = new Properties();
        try (var file = Introduction.class.getResourceAsStream("descriptions.properties")) {
            if (file == null) {
                throw new IllegalStateException("descriptions.properties is not in the jar");
            }
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

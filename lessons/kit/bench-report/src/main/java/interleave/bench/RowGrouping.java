package interleave.bench;

import static interleave.bench.RowGroup.words;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the group of a row. Numeric parameters are sizes. The variants are the values of a parameter that is not
 * numeric; if there is none, they are the methods.
 *
 * @param family all rows of its class
 */
record RowGrouping(Row row, List<Row> family) {
    private static final String NUMBER = "\\d{1,15}(\\.\\d{1,15})?";

    /** Rows with a memory metric are compared by memory instead of time. */
    void addTo(Map<String, RowGroup> groups) {
        row.memory().forEach((what, metric) -> addTo(groups, words(what), metric));
        if (row.memory().isEmpty()) {
            addTo(groups, "", row.metric());
        }
    }

    private void addTo(Map<String, RowGroup> groups, String what, Metric metric) {
        Optional<String> size = size();
        String title = title() + (what.isEmpty() ? "" : ", " + what);
        String sizeName = size.map(RowGroup::words).orElse("");
        double sizeValue = size.map(name -> row.parameters().get(name))
                .map(Double::parseDouble)
                .orElse(0.0);
        String variant = variant();
        RowGroup group = groups.computeIfAbsent(
                title + " " + metric.unit(),
                key -> new RowGroup(title, sizeName, new TreeMap<>(), new LinkedHashMap<>(), new ProfilerOutput()));
        group.put(sizeValue, variant, metric);
        group.rows().computeIfAbsent(variant, key -> new LinkedHashSet<>()).add(row);
        group.profilers().add(row, sizeValue, variant, sizeName);
    }

    private String title() {
        var title = new StringBuilder(words(row.type()));
        Optional<String> variants = variants(row.method());
        if (variants.isPresent()) {
            title.append(": ").append(words(row.method()));
        } else {
            base().ifPresent(base -> title.append(": ").append(words(base)));
        }
        row.parameters().forEach((name, value) -> {
            if (!Optional.of(name).equals(size())
                    && !Optional.of(name).equals(variants)
                    && values(name).size() > 1) {
                title.append(", ").append(words(name)).append(' ').append(value);
            }
        });
        return title.toString();
    }

    private String variant() {
        return variants(row.method())
                .map(name -> words(row.parameters().getOrDefault(name, "")))
                .or(() -> base().map(base -> words(row.method().substring(base.length() + "On".length()))))
                .orElse(words(row.method()));
    }

    /** The numeric parameter with the most values, rather not a duration. It becomes the horizontal axis. */
    private Optional<String> size() {
        return row.parameters().keySet().stream()
                .filter(name -> values(name).stream().allMatch(value -> value.matches(NUMBER)))
                .max(Comparator.<String, Boolean>comparing(name -> !name.endsWith("Millis"))
                        .thenComparingInt(name -> values(name).size())
                        .thenComparing(Comparator.reverseOrder()));
    }

    /** A parameter that is not numeric and has several values for this method. */
    private Optional<String> variants(String method) {
        List<Row> same =
                family.stream().filter(other -> other.method().equals(method)).toList();
        return same.getFirst().parameters().keySet().stream()
                .filter(name -> {
                    Set<String> values = same.stream()
                            .map(other -> other.parameters().getOrDefault(name, ""))
                            .collect(Collectors.toSet());
                    return values.size() > 1 && values.stream().noneMatch(value -> value.matches(NUMBER));
                })
                .findFirst();
    }

    /** The method whose group this method joins: {@code pingPongOnVirtualThreads} joins {@code pingPong}. */
    private Optional<String> base() {
        return family.stream()
                .map(Row::method)
                .distinct()
                .filter(other ->
                        row.method().startsWith(other + "On") && variants(other).isPresent())
                .findFirst();
    }

    private Set<String> values(String name) {
        return family.stream()
                .map(other -> other.parameters().get(name))
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

package interleave.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows that are compared with each other: the same work at several sizes, in several variants.
 *
 * @param title such as {@code greet}, or {@code event loop: ping pong}
 * @param sizeName the unit of the sizes, such as {@code guests}; empty if there are no sizes
 * @param sizes from small to large, each with its variants in the order in which they were measured
 */
record RowGroup(String title, String sizeName, TreeMap<Double, Map<String, Metric>> sizes) {
    private static final String NUMBER = "\\d{1,15}(\\.\\d{1,15})?";

    /**
     * All groups of a run. Rows with a memory metric are compared by memory instead of time. Numeric parameters are
     * sizes. The variants are the values of a parameter that is not numeric; if there is none, they are the methods.
     */
    static List<RowGroup> of(List<Row> rows) {
        var groups = new LinkedHashMap<String, RowGroup>();
        for (Row row : rows) {
            List<Row> family = rows.stream()
                    .filter(other -> other.type().equals(row.type()))
                    .toList();
            var grouping = new Grouping(row, family);
            row.memory().forEach((what, metric) -> grouping.addTo(groups, words(what), metric));
            if (row.memory().isEmpty()) {
                grouping.addTo(groups, "", row.metric());
            }
        }
        return groups.values().stream()
                .sorted(Comparator.comparing(RowGroup::title))
                .toList();
    }

    /** Finds the group of a row among the rows of its class. */
    private record Grouping(Row row, List<Row> family) {

        void addTo(Map<String, RowGroup> groups, String what, Metric metric) {
            Optional<String> size = size();
            Optional<String> variants = variants(row.method());
            var title = new StringBuilder(words(row.type()));
            String variant = variants.map(name -> words(row.parameters().getOrDefault(name, "")))
                    .orElse(words(row.method()));
            Optional<String> base = base();
            if (variants.isPresent()) {
                title.append(": ").append(words(row.method()));
            } else if (base.isPresent()) {
                title.append(": ").append(words(base.get()));
                variant = words(row.method().substring(base.get().length() + "On".length()));
            }
            row.parameters().forEach((name, value) -> {
                if (!Optional.of(name).equals(size)
                        && !Optional.of(name).equals(variants)
                        && values(name).size() > 1) {
                    title.append(", ").append(words(name)).append(' ').append(value);
                }
            });
            if (!what.isEmpty()) {
                title.append(", ").append(what);
            }
            groups.computeIfAbsent(
                            title + " " + metric.unit(),
                            key -> new RowGroup(
                                    title.toString(), size.map(RowGroup::words).orElse(""), new TreeMap<>()))
                    .sizes
                    .computeIfAbsent(
                            size.map(name -> row.parameters().get(name))
                                    .map(Double::parseDouble)
                                    .orElse(0.0),
                            key -> new LinkedHashMap<>())
                    .put(variant, metric);
        }

        /** The numeric parameter with the most values. It becomes the horizontal axis. */
        private Optional<String> size() {
            return row.parameters().keySet().stream()
                    .filter(name -> values(name).stream().allMatch(value -> value.matches(NUMBER)))
                    .max(Comparator.<String>comparingInt(name -> values(name).size())
                            .thenComparing(Comparator.reverseOrder()));
        }

        /** A parameter that is not numeric and has several values for this method. */
        private Optional<String> variants(String method) {
            List<Row> same = family.stream()
                    .filter(other -> other.method().equals(method))
                    .toList();
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
                    .filter(other -> row.method().startsWith(other + "On")
                            && variants(other).isPresent())
                    .findFirst();
        }

        private Set<String> values(String name) {
            return family.stream()
                    .map(other -> other.parameters().get(name))
                    .flatMap(Stream::ofNullable)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Converts {@code virtualThreads} and {@code VIRTUAL_THREADS} to "virtual threads". */
    static String words(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[a-z]{2})(?=[0-9])", " ")
                .replace('_', ' ')
                .toLowerCase(Locale.ROOT);
    }

    Metric any() {
        return sizes.firstEntry().getValue().values().iterator().next();
    }

    /** In the order in which they first appear. */
    List<String> variants() {
        return sizes.values().stream()
                .flatMap(entries -> entries.keySet().stream())
                .distinct()
                .sorted(Comparator.comparingInt(name -> name.contains("sequential") ? 0 : 1))
                .toList();
    }

    Optional<Metric> of(String variant, double size) {
        return Optional.ofNullable(sizes.getOrDefault(size, Map.of()).get(variant));
    }

    /** Such as {@code 1,000 guests}; empty if there are no sizes. */
    String size(double size) {
        return sizeName.isEmpty() ? "" : number(size) + " " + (size == 1 ? sizeName.replaceFirst("s$", "") : sizeName);
    }

    static String number(double size) {
        return size == Math.rint(size) ? String.format(Locale.ROOT, "%,.0f", size) : String.valueOf(size);
    }

    /** One sentence per size. */
    List<String> verdicts() {
        var verdicts = new ArrayList<String>();
        sizes.forEach(
                (size, metrics) -> verdicts.add((sizeName.isEmpty() ? "" : size(size) + ": ") + Verdict.of(metrics)));
        return verdicts;
    }
}

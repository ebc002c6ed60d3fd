package interleave.bench;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Rows that are compared with each other: the same work at several sizes, in several variants.
 *
 * @param title such as {@code greet}, or {@code event loop: ping pong}
 * @param sizeName the unit of the sizes, such as {@code guests}; empty if there are no sizes
 * @param sizes from small to large, each with its variants in the order in which they were measured
 * @param rows from which the metrics are, by variant
 * @param profilers what JMH's profilers measured; empty without the option {@code -prof}
 */
record RowGroup(
        String title,
        String sizeName,
        TreeMap<Double, Map<String, Metric>> sizes,
        Map<String, Set<Row>> rows,
        ProfilerOutput profilers) {

    /** All groups of a run, sorted by title. */
    static List<RowGroup> of(List<Row> rows) {
        var groups = new LinkedHashMap<String, RowGroup>();
        for (Row row : rows) {
            List<Row> family = rows.stream()
                    .filter(other -> other.type().equals(row.type()))
                    .toList();
            new RowGrouping(row, family).addTo(groups);
        }
        return groups.values().stream()
                .sorted(Comparator.comparing(RowGroup::title))
                .toList();
    }

    /** Converts {@code virtualThreads} and {@code VIRTUAL_THREADS} to "virtual threads". */
    static String words(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Za-z][a-z])(?=[0-9])", " ")
                .replace('_', ' ')
                .toLowerCase(Locale.ROOT);
    }

    void put(double size, String variant, Metric metric) {
        sizes.computeIfAbsent(size, key -> new LinkedHashMap<>()).put(variant, metric);
    }

    Stream<Row> allRows() {
        return rows.values().stream().flatMap(Set::stream);
    }

    /** The variants that the set-up slows down, each with the reason. Verdicts do not compare them. */
    Map<String, String> artefacts() {
        var artefacts = new LinkedHashMap<String, String>();
        rows.forEach((variant, measured) -> measured.stream()
                .flatMap(row -> SetUpArtefact.of(row).stream())
                .findFirst()
                .ifPresent(artefact -> artefacts.put(variant, artefact.reason())));
        return artefacts;
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

    /** A metric as it stands in tables. For profilers that count, such as {@code gc.count}, no error is computed. */
    String amount(Metric metric) {
        return rows.isEmpty() && !metric.hasError() ? metric.amount() : metric.amountWithError();
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
        Set<String> artefacts = artefacts().keySet();
        return sizes.entrySet().stream()
                .map(size ->
                        (sizeName.isEmpty() ? "" : size(size.getKey()) + ": ") + Verdict.of(size.getValue(), artefacts))
                .toList();
    }

    /** Notes on the verdicts. */
    List<String> notes() {
        return artefacts().entrySet().stream()
                .map(artefact -> "Note on " + artefact.getKey() + ": " + artefact.getValue())
                .toList();
    }
}

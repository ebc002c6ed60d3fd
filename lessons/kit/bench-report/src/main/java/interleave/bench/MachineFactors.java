package interleave.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many times as long one machine takes as a reference, over all rows that both have.
 *
 * @param factors one for each row, sorted
 * @param distinguishable the number of rows whose intervals do not overlap
 */
record MachineFactors(List<Double> factors, long distinguishable) {

    /** The factors of machine {@code index}, compared with machine {@code reference}. */
    static MachineFactors between(List<List<Optional<Metric>>> rows, int reference, int index) {
        List<List<Metric>> both = rows.stream()
                .filter(row -> row.get(reference).isPresent() && row.get(index).isPresent())
                .map(row ->
                        List.of(row.get(reference).orElseThrow(), row.get(index).orElseThrow()))
                .toList();
        return new MachineFactors(
                sorted(both.stream()
                        .map(pair -> factor(
                                pair.getFirst(),
                                pair.getFirst().score(),
                                pair.getLast().score()))),
                both.stream()
                        .filter(pair -> !pair.getFirst().overlaps(pair.getLast()))
                        .count());
    }

    /** The factors of machine {@code index}, compared with the median machine of each row. */
    static MachineFactors toMedian(List<List<Optional<Metric>>> rows, int index) {
        return new MachineFactors(
                sorted(rows.stream()
                        .flatMap(row ->
                                row
                                        .get(index)
                                        .map(metric -> factor(metric, medianScore(row), metric.score()))
                                        .stream())),
                0);
    }

    private static double medianScore(List<Optional<Metric>> row) {
        return median(sorted(row.stream().flatMap(Optional::stream).map(Metric::score)));
    }

    private static List<Double> sorted(Stream<Double> values) {
        return values.filter(value -> value > 0 && Double.isFinite(value))
                .sorted()
                .toList();
    }

    private static double factor(Metric like, double reference, double score) {
        return like.isThroughput() ? reference / score : score / reference;
    }

    private static double median(List<Double> sorted) {
        return sorted.isEmpty()
                ? Double.NaN
                : (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    boolean isEmpty() {
        return factors.isEmpty();
    }

    double median() {
        return median(factors);
    }

    double least() {
        return factors.getFirst();
    }

    double most() {
        return factors.getLast();
    }

    /** Such as {@code 1.50 times as long as ann (median of 9 rows, from 1.10 to 2.00)}. */
    String text(String unit) {
        if (isEmpty()) {
            return "no row in common";
        }
        return factors.size() == 1
                ? String.format(Locale.ROOT, "%.2f %s (1 row)", median(), unit)
                : String.format(
                        Locale.ROOT,
                        "%.2f %s (median of %d rows, from %.2f to %.2f)",
                        median(),
                        unit,
                        factors.size(),
                        least(),
                        most());
    }
}

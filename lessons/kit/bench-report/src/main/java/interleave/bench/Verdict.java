package interleave.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Describes in words which variant is better, by how much, and which ones are not distinguishable. */
final class Verdict {

    /** A variant and its metric. */
    private record Entry(String name, Metric metric) {
        String nameAndAmount() {
            return name + " " + metric.amount();
        }
    }

    private Verdict() {}

    /**
     * Compares variants of the same work: first the best, with all that are not distinguishable from it; then the
     * others.
     */
    static String of(Map<String, Metric> variants) {
        return compared(variants, Entry::nameAndAmount);
    }

    private static String compared(Map<String, Metric> variants, Function<Entry, String> format) {
        List<Entry> sorted = variants.entrySet().stream()
                .map(entry -> new Entry(entry.getKey(), entry.getValue()))
                .sorted(bestFirst())
                .toList();
        if (sorted.size() == 1) {
            return format.apply(sorted.getFirst());
        }
        if (sorted.stream().anyMatch(entry -> !entry.metric.hasError())) {
            return joined(sorted, format) + ": too few measurements to compare";
        }
        Entry best = sorted.getFirst();
        List<Entry> same = sorted.stream()
                .filter(entry -> entry.metric.overlaps(best.metric))
                .toList();
        var parts = new ArrayList<String>();
        parts.add(joined(same, format) + (same.size() > 1 ? ": not distinguishable" : ""));
        sorted.stream().filter(entry -> !same.contains(entry)).forEach(entry -> {
            String alsoOverlapping = same.stream()
                    .skip(1)
                    .filter(other -> other.metric.overlaps(entry.metric))
                    .map(Entry::name)
                    .collect(Collectors.joining(" and "));
            parts.add(format.apply(entry) + ": " + difference(best.metric, entry.metric)
                    + (same.size() > 1
                            ? (best.metric.isMemory()
                                                    && difference(best.metric, entry.metric)
                                                            .endsWith("as much")
                                            ? " as "
                                            : " than ")
                                    + best.name
                            : "")
                    + (alsoOverlapping.isEmpty() ? "" : ", but not distinguishable from " + alsoOverlapping));
        });
        return String.join("; ", parts);
    }

    /** The same without the amounts, for a table that already shows them. */
    static String ofNames(Map<String, Metric> variants) {
        return compared(variants, Entry::name);
    }

    private static Comparator<Entry> bestFirst() {
        return (one, other) -> one.metric.isThroughput()
                ? Double.compare(other.metric.score(), one.metric.score())
                : Double.compare(one.metric.score(), other.metric.score());
    }

    private static String joined(List<Entry> entries, Function<Entry, String> format) {
        return entries.stream().map(format).collect(Collectors.joining(", "));
    }

    /** How much worse the second one is, such as {@code 770 times slower} or {@code 30 to 50 % more}. */
    static String difference(Metric better, Metric worse) {
        boolean inverse = better.isThroughput();
        double least = inverse ? better.least() / worse.most() : worse.least() / better.most();
        double most = inverse ? better.most() / worse.least() : worse.most() / better.least();
        double ratio = inverse ? better.score() / worse.score() : worse.score() / better.score();
        String word = better.isMemory() ? "more" : "slower";
        if (most < 0 || most > 100 * ratio) { // the interval of the better one contains zero
            return least < 1.1 ? word + ", by an unknown factor" : "at least " + times(least, word);
        }
        if (most < 2) {
            long from = Math.round(100 * (least - 1));
            long to = Math.round(100 * (most - 1));
            return (to - from <= 5 ? Math.round(100 * (ratio - 1)) : Math.max(1, from) + " to " + to) + " % " + word;
        }
        return most / least < 1.25 ? times(ratio, word) : twoDigits(least) + " to " + times(most, word);
    }

    private static String times(double ratio, String word) {
        return twoDigits(ratio) + " times " + (word.equals("more") ? "as much" : word);
    }

    private static String twoDigits(double ratio) {
        if (ratio < 10) {
            return String.format(Locale.ROOT, "%.1f", ratio).replaceFirst("\\.0$", "");
        }
        double unit = Math.pow(10, Math.floor(Math.log10(ratio)) - 1);
        return String.format(Locale.ROOT, "%,.0f", Math.round(ratio / unit) * unit);
    }
}

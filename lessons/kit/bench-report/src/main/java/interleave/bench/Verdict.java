package interleave.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    static final String TOO_BRIEFLY = ": measured too briefly to tell";

    private Verdict() {}

    /**
     * Compares variants of the same work: first the best, with all that are not distinguishable from it; then the
     * others.
     *
     * @param artefacts variants that are not compared, because the set-up slows them down
     */
    static String of(Map<String, Metric> variants, Set<String> artefacts) {
        return compared(variants, artefacts, Entry::nameAndAmount);
    }

    /** The same without the amounts, for a table that already shows them. */
    static String ofNames(Map<String, Metric> variants) {
        return compared(variants, Set.of(), Entry::name);
    }

    private static String compared(
            Map<String, Metric> variants, Set<String> artefacts, Function<Entry, String> format) {
        var parts = new ArrayList<String>();
        List<Entry> entries = variants.entrySet().stream()
                .filter(entry -> !artefacts.contains(entry.getKey()))
                .map(entry -> new Entry(entry.getKey(), entry.getValue()))
                .sorted(bestFirst())
                .toList();
        if (!entries.isEmpty()) {
            parts.addAll(compared(entries, format));
        }
        variants.forEach((name, metric) -> {
            if (artefacts.contains(name)) {
                parts.add(format.apply(new Entry(name, metric)) + ": not compared, see the note");
            }
        });
        return String.join("; ", parts);
    }

    private static List<String> compared(List<Entry> sorted, Function<Entry, String> format) {
        if (sorted.size() == 1) {
            return List.of(format.apply(sorted.getFirst()));
        }
        Entry best = best(sorted);
        List<Entry> unclear =
                sorted.stream().filter(entry -> isUnclear(entry, best)).toList();
        if (unclear.size() == sorted.size() - 1 && best.metric.isWide()) {
            return List.of(joined(sorted, format) + TOO_BRIEFLY);
        }
        List<Entry> same = sorted.stream()
                .filter(entry -> entry.equals(best) || entry.metric.overlaps(best.metric))
                .filter(entry -> !unclear.contains(entry))
                .toList();
        var parts = new ArrayList<String>();
        parts.add(joined(same, format) + (same.size() > 1 ? ": not distinguishable" : ""));
        if (!unclear.isEmpty()) {
            parts.add(joined(unclear, format) + TOO_BRIEFLY);
        }
        sorted.stream()
                .filter(entry -> !same.contains(entry) && !unclear.contains(entry))
                .forEach(entry -> parts.add(format.apply(entry) + ": " + comparedWithBest(entry, best, same)));
        return parts;
    }

    /** The one with the best score, unless its interval is so wide that others may well be better. */
    private static Entry best(List<Entry> sorted) {
        return sorted.stream()
                .filter(entry -> !entry.metric.isWide()
                        || (entry.metric.hasError()
                                && sorted.stream()
                                        .filter(other -> !other.metric.isWide())
                                        .noneMatch(other -> other.metric.overlaps(entry.metric))))
                .findFirst()
                .orElse(sorted.getFirst());
    }

    /** Whether the two may be equal, or may differ by a factor. */
    private static boolean isUnclear(Entry entry, Entry best) {
        return !entry.equals(best)
                && (!entry.metric.hasError()
                        || !best.metric.hasError()
                        || bestFirst().compare(entry, best) < 0
                        || ((entry.metric.isWide() || best.metric.isWide()) && entry.metric.overlaps(best.metric)));
    }

    private static String comparedWithBest(Entry entry, Entry best, List<Entry> same) {
        String difference = difference(best.metric, entry.metric);
        String alsoOverlapping = same.stream()
                .filter(other -> !other.equals(best) && other.metric.overlaps(entry.metric))
                .map(Entry::name)
                .collect(Collectors.joining(" and "));
        String than = best.metric.isMemory() && difference.endsWith("as much") ? " as " : " than ";
        return difference
                + (same.size() > 1 ? than + best.name : "")
                + (alsoOverlapping.isEmpty() ? "" : ", but not distinguishable from " + alsoOverlapping);
    }

    private static Comparator<Entry> bestFirst() {
        return Comparator.comparing(Entry::metric, Metric.BEST_FIRST);
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

package interleave.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says in words who is faster, by how much, and where nobody can tell. */
final class Verdict {

    /** A variant and its number. */
    private record Entry(String name, Metric metric) {
        String said() {
            return name + " " + metric.amount();
        }
    }

    private Verdict() {}

    /** Of variants at the same work: the best first, with all that cannot be told from it; then the others. */
    static String of(Map<String, Metric> variants) {
        return compared(variants, Entry::said);
    }

    private static String compared(Map<String, Metric> variants, Function<Entry, String> say) {
        List<Entry> sorted = variants.entrySet().stream()
                .map(entry -> new Entry(entry.getKey(), entry.getValue()))
                .sorted(bestFirst())
                .toList();
        if (sorted.size() == 1) {
            return say.apply(sorted.getFirst());
        }
        if (sorted.stream().anyMatch(entry -> !entry.metric.isSure())) {
            return said(sorted, say) + ": measured too seldom to tell";
        }
        Entry best = sorted.getFirst();
        List<Entry> same = sorted.stream()
                .filter(entry -> entry.metric.overlaps(best.metric))
                .toList();
        var parts = new ArrayList<String>();
        parts.add(said(same, say) + (same.size() > 1 ? ": not distinguishable" : ""));
        sorted.stream().filter(entry -> !same.contains(entry)).forEach(entry -> {
            String doubt = same.stream()
                    .skip(1)
                    .filter(other -> other.metric.overlaps(entry.metric))
                    .map(Entry::name)
                    .collect(Collectors.joining(" and "));
            parts.add(say.apply(entry) + ": " + difference(best.metric, entry.metric)
                    + (same.size() > 1
                            ? (best.metric.isMemory()
                                                    && difference(best.metric, entry.metric)
                                                            .endsWith("as much")
                                            ? " as "
                                            : " than ")
                                    + best.name
                            : "")
                    + (doubt.isEmpty() ? "" : ", but not to be told from " + doubt));
        });
        return String.join("; ", parts);
    }

    /** The same without the numbers, which stand beside it. */
    static String ofNames(Map<String, Metric> variants) {
        return compared(variants, Entry::name);
    }

    private static Comparator<Entry> bestFirst() {
        return (one, other) -> one.metric.isThroughput()
                ? Double.compare(other.metric.score(), one.metric.score())
                : Double.compare(one.metric.score(), other.metric.score());
    }

    private static String said(List<Entry> entries, Function<Entry, String> say) {
        return entries.stream().map(say).collect(Collectors.joining(", "));
    }

    /** By how much the second is worse: {@code 770 times slower}, {@code 30 to 50 % more}. */
    static String difference(Metric better, Metric worse) {
        boolean inverse = better.isThroughput();
        double least = inverse ? better.least() / worse.most() : worse.least() / better.most();
        double most = inverse ? better.most() / worse.least() : worse.most() / better.least();
        double ratio = inverse ? better.score() / worse.score() : worse.score() / better.score();
        String word = better.isMemory() ? "more" : "slower";
        if (most < 0 || most > 100 * ratio) { // the better one's interval reaches to nothing
            return least < 1.1 ? word + ", nobody can tell by how much" : "at least " + times(least, word);
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

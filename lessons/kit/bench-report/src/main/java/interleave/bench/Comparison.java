package interleave.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Compares results of the same benchmarks on several machines, and lists the differences between the machines. */
public final class Comparison {
    private final List<Results> machines;

    /** A row that at least one machine has measured. The metrics are in the order of the machines. */
    private record Shared(String group, String variant, List<Optional<Metric>> metrics) {}

    /**
     * @param machines two or more
     * @param course the installed version; results of another version can be compared if all files have that version
     * @throws UnusableFile if the files are from different versions; the message names them
     */
    public Comparison(List<Results> machines, CourseVersion course) {
        this.machines = machines.stream().map(Comparison::withRun).toList();
        String installed = of(course);
        String expected = machines.stream()
                .map(results -> of(results.course()))
                .filter(installed::equals)
                .findFirst()
                .orElse(of(machines.getFirst().course()));
        List<String> others = machines.stream()
                .filter(results -> !of(results.course()).equals(expected))
                .map(results -> results.name() + " (" + of(results.course()) + ")")
                .toList();
        if (!others.isEmpty()) {
            throw new UnusableFile(
                    "Measured with another version of the course: " + String.join(", ", others) + ".",
                    "The other files were measured with " + expected + ". Different benchmarks are not comparable.",
                    "Measure again with the same version: ./lesson bench");
        }
    }

    private static String of(CourseVersion course) {
        return course.release() + ", benchmarks " + course.benchmarks();
    }

    /** The comparison for a terminal of this width, in columns. */
    public List<String> lines(int width, boolean unicode) {
        var lines = new ArrayList<String>();
        IntStream.range(0, machines.size())
                .forEach(index -> lines.add(letter(index) + " = " + name(machines.get(index))));
        lines.add("");
        List<Shared> shared = shared();
        int nameWidth =
                shared.stream().mapToInt(row -> row.variant.length() + 2).max().orElse(0);
        String group = "";
        for (Shared row : shared) {
            if (!row.group.equals(group)) {
                group = row.group;
                lines.add(group);
            }
            var line = new StringBuilder("  " + row.variant + " ".repeat(nameWidth - row.variant.length()));
            row.metrics.forEach(metric -> line.append(String.format(
                    Locale.ROOT, "%24s", metric.map(Metric::amountWithError).orElse("-"))));
            String difference = difference(row);
            boolean fits = line.length() + 2 + difference.length() <= width;
            lines.add(line + (fits ? "  " + difference : ""));
            if (!fits) {
                lines.add(" ".repeat(6) + difference);
            }
        }
        lines.add("");
        lines.addAll(summary());
        lines.addAll(differences());
        return lines.stream()
                .map(line -> unicode ? line : line.replace(Metric.PLUS_MINUS, "+-"))
                .toList();
    }

    /** The comparison as one HTML page. */
    public String page() {
        var body = new StringBuilder("<section>\n<ul class=\"verdict\">\n");
        summary().forEach(line -> body.append(Html.item(line)));
        body.append("</ul>\n</section>\n<section>\n<h2>What differs between the machines</h2>\n");
        body.append("<div class=\"scroll\"><table>\n").append(Html.head(heads("")));
        factNames()
                .forEach(name -> body.append(Html.row(cells(
                        name,
                        machines.stream()
                                .map(results -> results.machine().facts().getOrDefault(name, "?"))
                                .toList()))));
        body.append("</table></div>\n");
        body.append("</section>\n");
        String group = "";
        for (Shared row : shared()) {
            if (!row.group.equals(group)) {
                body.append(group.isEmpty() ? "" : "</table></div>\n</section>\n");
                group = row.group;
                List<String> heads = heads("");
                heads.add("difference");
                body.append("<section>\n<h2>")
                        .append(Html.escaped(group))
                        .append("</h2>\n<div class=\"scroll\"><table>\n")
                        .append(Html.head(heads));
            }
            List<String> cells = cells(
                    row.variant,
                    row.metrics.stream()
                            .map(metric -> metric.map(Metric::amountWithError).orElse("-"))
                            .toList());
            cells.add(difference(row));
            body.append(Html.row(cells));
        }
        body.append("</table></div>\n</section>\n");
        return Html.page("Machines compared", body.toString());
    }

    private List<String> heads(String first) {
        return cells(
                first,
                IntStream.range(0, machines.size())
                        .mapToObj(index ->
                                letter(index) + " = " + machines.get(index).name())
                        .toList());
    }

    private static List<String> cells(String first, List<String> others) {
        var cells = new ArrayList<String>();
        cells.add(first);
        cells.addAll(others);
        return cells;
    }

    private static String name(Results results) {
        Map<String, String> facts = results.machine().facts();
        return results.name() + ": " + facts.getOrDefault("processor", "unknown processor") + ", "
                + facts.getOrDefault("processors", "?") + " processors, "
                + facts.getOrDefault("system", "unknown system");
    }

    static String letter(int index) {
        return index < 26 ? String.valueOf((char) ('A' + index)) : "A" + letter(index - 26);
    }

    private List<Shared> shared() {
        var rows = new LinkedHashMap<List<String>, List<Optional<Metric>>>();
        for (int machine = 0; machine < machines.size(); machine++) {
            for (RowGroup group : RowGroup.of(machines.get(machine).rows())) {
                for (var size : group.sizes().entrySet()) {
                    String title = group.title() + (group.sizeName().isEmpty() ? "" : ", " + group.size(size.getKey()));
                    int column = machine;
                    size.getValue()
                            .forEach((variant, metric) -> rows.computeIfAbsent(
                                            List.of(title, variant, metric.unit()),
                                            key -> new ArrayList<>(machines.stream()
                                                    .map(any -> Optional.<Metric>empty())
                                                    .toList()))
                                    .set(column, Optional.of(metric)));
                }
            }
        }
        // By group, then in the order in which the variants first appeared.
        var byGroup = new LinkedHashMap<String, List<Shared>>();
        rows.forEach((key, metrics) -> byGroup.computeIfAbsent(key.getFirst(), title -> new ArrayList<>())
                .add(new Shared(key.getFirst(), key.get(1), metrics)));
        return byGroup.values().stream().flatMap(List::stream).toList();
    }

    /** The verdict on the machines of a row, the fastest first. */
    private static String difference(Shared row) {
        var metrics = new TreeMap<String, Metric>();
        for (int index = 0; index < row.metrics.size(); index++) {
            int machine = index;
            row.metrics.get(index).ifPresent(metric -> metrics.put(letter(machine), metric));
        }
        return metrics.size() < 2 ? "one machine only" : Verdict.ofNames(metrics);
    }

    /** Compares each machine with the first one, over all rows that both have measured. */
    private List<String> summary() {
        var lines = new ArrayList<String>();
        List<Shared> shared = shared();
        for (int index = 1; index < machines.size(); index++) {
            int machine = index;
            List<Shared> both = shared.stream()
                    .filter(row -> row.metrics.getFirst().isPresent()
                            && row.metrics.get(machine).isPresent())
                    .toList();
            List<Double> ratios = both.stream()
                    .map(row -> ratio(
                            row.metrics.getFirst().orElseThrow(),
                            row.metrics.get(machine).orElseThrow()))
                    .filter(ratio -> ratio > 0 && Double.isFinite(ratio))
                    .sorted()
                    .toList();
            long distinguishable = both.stream()
                    .filter(row -> !row.metrics
                            .getFirst()
                            .orElseThrow()
                            .overlaps(row.metrics.get(machine).orElseThrow()))
                    .count();
            lines.add(
                    ratios.isEmpty()
                            ? letter(index) + " and A have no row in common."
                            : String.format(
                                    Locale.ROOT,
                                    "%s takes %.2f times as long as A (median of %d rows, range %.2f to %.2f);"
                                            + " %d distinguishable.",
                                    letter(index),
                                    ratios.get(ratios.size() / 2),
                                    ratios.size(),
                                    ratios.getFirst(),
                                    ratios.getLast(),
                                    distinguishable));
        }
        return lines;
    }

    private static double ratio(Metric first, Metric other) {
        return first.isThroughput() ? first.score() / other.score() : other.score() / first.score();
    }

    /** The facts that are not the same on all machines. */
    private List<String> differences() {
        return factNames().stream()
                .filter(name -> machines.stream()
                                .map(results -> results.machine().facts().getOrDefault(name, "?"))
                                .distinct()
                                .count()
                        > 1)
                .map(name -> "differs: " + name + ": "
                        + String.join(
                                "; ",
                                IntStream.range(0, machines.size())
                                        .mapToObj(index -> letter(index) + " "
                                                + machines.get(index)
                                                        .machine()
                                                        .facts()
                                                        .getOrDefault(name, "?"))
                                        .toList()))
                .toList();
    }

    private Set<String> factNames() {
        var names = new LinkedHashSet<String>();
        machines.forEach(results -> names.addAll(results.machine().facts().keySet()));
        return names;
    }

    /** Adds the speed of the run and the version of the lessons to the facts of the machine. */
    private static Results withRun(Results results) {
        var facts = new LinkedHashMap<>(results.machine().facts());
        facts.put("speed of the run", results.speed());
        facts.put("version of the lessons", results.course().lessons());
        return new Results(
                results.name(),
                results.speed(),
                results.began(),
                results.course(),
                new Machine(facts),
                results.rows(),
                results.cuts(),
                results.failures());
    }
}

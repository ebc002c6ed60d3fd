package interleave.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Compares results of the same benchmarks on several machines, and lists the differences between the machines. */
public final class Comparison {
    /** Up to this number, machines are compared with each other; more of them with the median machine. */
    static final int FEW = 3;

    private static final int MAX_VALUES = 4;

    private final List<Results> machines;

    /**
     * @param machines two or more
     * @param course the installed version; results of another version can be compared if all files have that version
     * @throws UnusableFile if the files are from different versions; the message names them
     */
    public Comparison(List<Results> machines, CourseVersion course) {
        this.machines = Names.distinct(machines).stream()
                .map(Comparison::withRun)
                .sorted((one, other) -> NaturalOrder.INSTANCE.compare(one.name(), other.name()))
                .toList();
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
        List<SharedRows> groups = SharedRows.of(machines);
        return new ComparisonText(machines, width)
                .lines(groups, summary(groups), differences()).stream()
                        .map(line -> unicode ? line : line.replace(Metric.PLUS_MINUS, "+-"))
                        .toList();
    }

    /** The comparison as one HTML page. */
    public String page() {
        List<SharedRows> groups = SharedRows.of(machines);
        return new ComparisonPage(machines, groups).html(summary(groups), List.copyOf(factNames()));
    }

    /** The charts as HTML, for a page with {@link #styleSheet()}: one for each group, with a line for each machine. */
    public String charts() {
        List<SharedRows> groups = SharedRows.of(machines);
        return new ComparisonPage(machines, groups).charts(summary(groups));
    }

    /** The style sheet of the charts and of the page. */
    public static String styleSheet() {
        return Html.styleSheet();
    }

    static String nameAndMachine(Results results) {
        return results.name() + ": " + results.machine().summary();
    }

    /** The verdict on the machines of a row, the best first. */
    static String difference(List<Results> machines, List<Optional<Metric>> row) {
        var metrics = new LinkedHashMap<String, Metric>();
        for (int index = 0; index < row.size(); index++) {
            String name = machines.get(index).name();
            row.get(index).ifPresent(metric -> metrics.put(name, metric));
        }
        return metrics.size() < 2 ? "one machine only" : Verdict.ofNames(metrics);
    }

    /** Compares few machines with the first one, and many with the median machine, over all rows that both have. */
    private List<String> summary(List<SharedRows> groups) {
        List<List<Optional<Metric>>> rows = SharedRows.rows(groups);
        var lines = new ArrayList<String>();
        if (machines.size() > FEW) {
            lines.add("Time, compared with the median machine of each row (less than 1 is faster):");
            IntStream.range(0, machines.size())
                    .forEach(machine -> lines.add(machines.get(machine).name() + ": "
                            + MachineFactors.toMedian(rows, machine).text("times the median")));
            return lines;
        }
        String first = machines.getFirst().name();
        IntStream.range(1, machines.size()).forEach(machine -> {
            var factors = MachineFactors.between(rows, 0, machine);
            String name = machines.get(machine).name();
            lines.add(
                    factors.isEmpty()
                            ? name + " and " + first + " have no row in common."
                            : name + " takes " + factors.text("times as long as " + first) + "; "
                                    + factors.distinguishable() + " distinguishable.");
        });
        return lines;
    }

    /** The facts that are not the same on all machines. */
    private List<String> differences() {
        return factNames().stream()
                .map(name -> Map.entry(name, machinesByValue(name)))
                .filter(fact -> fact.getValue().size() > 1)
                .map(fact -> "differs: " + fact.getKey() + ": " + values(fact.getValue()))
                .toList();
    }

    private Map<String, List<String>> machinesByValue(String fact) {
        var byValue = new TreeMap<String, List<String>>(NaturalOrder.INSTANCE);
        machines.forEach(results -> byValue.computeIfAbsent(
                        results.machine().facts().getOrDefault(fact, "?"), value -> new ArrayList<>())
                .add(results.name()));
        return byValue;
    }

    private String values(Map<String, List<String>> byValue) {
        if (byValue.size() > MAX_VALUES) {
            return byValue.size() + " different values, see the page";
        }
        return byValue.entrySet().stream()
                .map(value -> value.getKey() + " ("
                        + (machines.size() > FEW
                                ? value.getValue().size() + " machines"
                                : String.join(", ", value.getValue()))
                        + ")")
                .collect(Collectors.joining("; "));
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

package interleave.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Remarks that apply to a whole run. They are shown after the results. */
record Remarks(Results results) {

    /** How to read the numbers, and what makes them less reliable. */
    List<String> aboutNumbers() {
        var remarks = new ArrayList<String>();
        boolean oneJvm = results.rows().stream().anyMatch(row -> row.metric().forks() < 2);
        remarks.add("Each number is a mean " + Metric.PLUS_MINUS + " half of its 99.9 % confidence interval. If two"
                + " intervals overlap, the two are not distinguishable."
                + (oneJvm
                        ? " Some rows were measured in one JVM only. Their intervals do not include the differences"
                                + " between JVMs, so the verdicts allow "
                                + Math.round(100 * Metric.BETWEEN_JVMS) + " % for them."
                        : ""));
        if (hasTooBriefVerdict()) {
            remarks.add("Measured too briefly to tell: the interval is wider than " + Metric.PLUS_MINUS + " "
                    + Math.round(100 * Metric.WIDE)
                    + " % of the mean, so even a large difference could hide in it. Measure longer: without"
                    + " --quick, or with more iterations and JVMs (./lesson bench LESSON -- -i 10 -f 3).");
        }
        remarks.addAll(results.machine().warnings());
        return remarks;
    }

    private boolean hasTooBriefVerdict() {
        return RowGroup.of(results.rows()).stream()
                .flatMap(group -> group.verdicts().stream())
                .anyMatch(verdict -> verdict.contains(Verdict.TOO_BRIEFLY));
    }

    /** What was left out or failed, and the reasons. */
    List<String> aboutMissingRows() {
        var remarks = new ArrayList<String>();
        results.cuts().stream()
                .collect(Collectors.groupingBy(
                        Results.Note::why,
                        LinkedHashMap::new,
                        Collectors.mapping(Results.Note::what, Collectors.joining("; "))))
                .forEach((why, what) -> remarks.add("Not measured: " + what + " (" + why + ")."));
        results.failures().forEach(failure -> remarks.add("FAILED: " + failure.what() + ": " + failure.why()));
        return remarks;
    }
}

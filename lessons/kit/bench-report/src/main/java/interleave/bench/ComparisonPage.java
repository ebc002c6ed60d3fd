package interleave.bench;

import interleave.bench.DotChart.Dot;
import interleave.bench.DotChart.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** A comparison as one HTML page. Each group has a chart and a table, with a line for each machine. */
final class ComparisonPage {
    private final List<Results> machines;
    private final List<SharedRows> groups;

    ComparisonPage(List<Results> machines, List<SharedRows> groups) {
        this.machines = machines;
        this.groups = groups;
    }

    String html(List<String> summary, List<String> factNames) {
        var body = new StringBuilder(overview(summary));
        groups.forEach(group -> body.append("<section>\n")
                .append(introduction(group))
                .append(chart(group))
                .append(new SharedRowsTable(machines, group).html())
                .append("</section>\n"));
        body.append("<section>\n<h2>The machines</h2>\n<div class=\"scroll\"><table>\n");
        var heads = new ArrayList<String>(List.of(""));
        heads.addAll(factNames);
        body.append(Html.head(heads));
        machines.forEach(machine -> {
            var cells = new ArrayList<String>(List.of(machine.name()));
            factNames.forEach(name -> cells.add(machine.machine().facts().getOrDefault(name, "?")));
            body.append(Html.row(cells));
        });
        return Html.page(
                "Machines compared", body.append("</table></div>\n</section>\n").toString());
    }

    /** The same without the tables and the machines. */
    String charts(List<String> summary) {
        var charts = new StringBuilder(overview(summary));
        groups.forEach(group -> charts.append("<section>\n")
                .append(introduction(group))
                .append(chart(group))
                .append("</section>\n"));
        return charts.toString();
    }

    private String overview(List<String> summary) {
        var overview = new StringBuilder("<section>\n");
        if (machines.size() <= Comparison.FEW) {
            overview.append("<ul class=\"verdict\">\n");
            summary.forEach(line -> overview.append(Html.item(line)));
            overview.append("</ul>\n");
        } else {
            overview.append(overall());
        }
        return overview.append("</section>\n").toString();
    }

    /** Each machine compared with the median machine. */
    private String overall() {
        List<List<Optional<Metric>>> rows = SharedRows.rows(groups);
        List<Line> lines = IntStream.range(0, machines.size())
                .mapToObj(machine -> {
                    var factors = MachineFactors.toMedian(rows, machine);
                    return new Line(
                            machines.get(machine).name(),
                            factors.isEmpty()
                                    ? List.of()
                                    : List.of(new Dot(
                                            "c2",
                                            factors.median(),
                                            factors.least(),
                                            factors.most(),
                                            machines.get(machine).name() + ": " + factors.text("times the median"))));
                })
                .toList();
        return GroupCharts.figure(
                new DotChart(
                                "time, compared with the median machine",
                                value -> String.format(Locale.ROOT, "%.3g", value)
                                                .replaceFirst("\\.?0+$", "") + "x",
                                List.of(),
                                lines)
                        .svg(),
                "Time of all rows, compared with the median machine of each row: less than 1x is faster. The mark is"
                        + " the median of the rows, the line their range.");
    }

    private static String introduction(SharedRows group) {
        var introduction = new StringBuilder("<h2>")
                .append(Html.escaped(group.title()))
                .append("</h2>\n<p class=\"measured\">")
                .append(Html.escaped(Introduction.description(group.group())
                                .map(description -> description + " ")
                                .orElse("")
                        + Introduction.to(group.any())))
                .append("</p>\n");
        group.bestVariant()
                .ifPresent(best ->
                        introduction.append("<p>").append(Html.escaped(best)).append("</p>\n"));
        group.group()
                .notes()
                .forEach(note -> introduction
                        .append("<p class=\"remarks\">")
                        .append(Html.escaped(note))
                        .append("</p>\n"));
        return introduction.toString();
    }

    private String chart(SharedRows group) {
        List<String> variants = List.copyOf(group.variants().keySet());
        var styles = VariantStyles.of(variants);
        List<DotChart.Key> keys = variants.stream()
                .map(variant -> new DotChart.Key(variant, styles.getOrDefault(variant, "c0")))
                .toList();
        List<Line> lines = IntStream.range(0, machines.size())
                .mapToObj(machine -> new Line(
                        machines.get(machine).name(),
                        keys.stream()
                                .flatMap(key -> dot(group, key, machine).stream())
                                .toList()))
                .toList();
        String description = Introduction.to(group.any()).replaceFirst("\\.$", "");
        return GroupCharts.figure(
                new DotChart(description, value -> GroupCharts.axisText(value, group.any()), keys, lines).svg(),
                "One line per machine; the axis is logarithmic, the bars are 99.9 % intervals.");
    }

    private Optional<Dot> dot(SharedRows group, DotChart.Key key, int machine) {
        return group.variants().getOrDefault(key.name(), List.of()).get(machine).map(metric -> {
            double scale = metric.scale();
            double error = metric.hasError() ? metric.error() : 0;
            return new Dot(
                    key.style(),
                    scale * metric.score(),
                    scale * (metric.score() - error),
                    scale * (metric.score() + error),
                    machines.get(machine).name() + ", " + key.name() + ": " + metric.amountWithError());
        });
    }
}

package interleave.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of one group as a table of a page: few machines as columns, many as lines. */
record SharedRowsTable(List<Results> machines, SharedRows group) {

    String html() {
        var table = new StringBuilder("<div class=\"scroll\"><table>\n");
        if (machines.size() <= Comparison.FEW) {
            addVariants(table);
        } else {
            addMachines(table);
        }
        return table.append("</tbody></table></div>\n").toString();
    }

    /** A line for each variant, with the verdict on the machines at its end. */
    private void addVariants(StringBuilder table) {
        var heads = new ArrayList<String>(List.of(""));
        machines.forEach(machine -> heads.add(machine.name()));
        heads.add("difference");
        table.append(Html.head(heads)).append("<tbody>\n");
        group.variants().forEach((variant, metrics) -> {
            var cells = new ArrayList<String>(List.of(variant));
            metrics.forEach(metric -> cells.add(amount(metric)));
            cells.add(Comparison.difference(machines, metrics));
            table.append(Html.row(cells));
        });
    }

    private void addMachines(StringBuilder table) {
        var heads = new ArrayList<String>(List.of(""));
        heads.addAll(group.variants().keySet());
        table.append(Html.head(heads)).append("<tbody>\n");
        for (int index = 0; index < machines.size(); index++) {
            int machine = index;
            var cells = new ArrayList<String>(List.of(machines.get(machine).name()));
            group.variants().values().forEach(metrics -> cells.add(amount(metrics.get(machine))));
            table.append(Html.row(cells));
        }
    }

    private static String amount(Optional<Metric> metric) {
        return metric.map(Metric::amountWithError).orElse("-");
    }
}

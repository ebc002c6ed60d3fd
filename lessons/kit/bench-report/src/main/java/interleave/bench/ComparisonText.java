package interleave.bench;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A comparison for the terminal: a column for each machine if they fit, otherwise the best, the median and the worst
 * machine.
 */
final class ComparisonText {
    private static final String INDENT = "  ";
    private static final int COLUMN = 22;
    private static final int AMOUNT = 15;

    private final List<Results> machines;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    /** @param width in columns */
    ComparisonText(List<Results> machines, int width) {
        this.machines = machines;
        this.width = width;
    }

    List<String> lines(List<SharedRows> groups, List<String> summary, List<String> differences) {
        if (machines.size() > Comparison.FEW) {
            wrap(
                    "",
                    machines.size() + " machines: "
                            + machines.stream().map(Results::name).collect(joining(", ")));
        } else {
            machines.forEach(machine -> wrap("", Comparison.nameAndMachine(machine)));
        }
        int variantWidth = groups.stream()
                .flatMap(group -> group.variants().keySet().stream())
                .mapToInt(String::length)
                .max()
                .orElse(0);
        boolean fits = INDENT.length() + variantWidth + machines.size() * COLUMN <= width;
        for (SharedRows group : groups) {
            lines.add("");
            wrap("", group.title() + ". " + Introduction.to(group.any()));
            if (fits) {
                columns(group, variantWidth);
            } else {
                extremes(group, variantWidth);
            }
            group.bestVariant().ifPresent(best -> wrap(INDENT, best));
            group.group().notes().forEach(note -> wrap(INDENT, note));
        }
        lines.add("");
        summary.forEach(line -> wrap("", line));
        differences.forEach(line -> wrap("", line));
        return lines;
    }

    private void columns(SharedRows group, int variantWidth) {
        var head = new StringBuilder(" ".repeat(INDENT.length() + variantWidth));
        machines.forEach(machine -> head.append(right(machine.name(), COLUMN)));
        lines.add(head.toString());
        group.variants().forEach((variant, metrics) -> {
            var line = new StringBuilder(INDENT + left(variant, variantWidth));
            metrics.forEach(metric ->
                    line.append(right(metric.map(Metric::amountWithError).orElse("-"), COLUMN)));
            String difference = difference(metrics);
            boolean fits = line.length() + 2 + difference.length() <= width;
            lines.add(line + (fits ? "  " + difference : ""));
            if (!fits) {
                wrap(" ".repeat(6), difference);
            }
        });
    }

    /** The verdict on the machines of a row, the best first. */
    private String difference(List<Optional<Metric>> metrics) {
        return Comparison.difference(machines, metrics);
    }

    private void extremes(SharedRows group, int variantWidth) {
        int variants = Math.min(variantWidth, width - INDENT.length() - 3 * AMOUNT);
        int nameWidth = (width - INDENT.length() - variants - 3 * AMOUNT) / 2 - 1;
        boolean named = nameWidth >= longestName(); // a shortened "student1.." would name twenty students
        String head = INDENT + left("", variants) + right("best", AMOUNT) + (named ? " " + left("", nameWidth) : "");
        lines.add(head + right("median", AMOUNT) + right("worst", AMOUNT));
        group.variants().forEach((variant, metrics) -> {
            List<Integer> ranking = group.ranking(variant);
            int best = ranking.getFirst();
            int worst = ranking.getLast();
            lines.add((INDENT
                            + left(variant, variants)
                            + right(amount(metrics, best), AMOUNT)
                            + (named ? " " + left(name(best), nameWidth) : "")
                            + right(amount(metrics, ranking.get(ranking.size() / 2)), AMOUNT)
                            + right(amount(metrics, worst), AMOUNT)
                            + (named ? " " + name(worst) : ""))
                    .stripTrailing());
        });
    }

    private int longestName() {
        return machines.stream()
                .mapToInt(machine -> machine.name().length())
                .max()
                .orElse(0);
    }

    private String name(int machine) {
        return machines.get(machine).name();
    }

    private static String amount(List<Optional<Metric>> metrics, int machine) {
        return metrics.get(machine).map(Metric::amount).orElse("-");
    }

    private static String left(String text, int columns) {
        String shortened = shortened(text, columns);
        return shortened + " ".repeat(columns - shortened.length());
    }

    private static String right(String text, int columns) {
        String shortened = shortened(text, columns - 1);
        return " ".repeat(columns - shortened.length()) + shortened;
    }

    private static String shortened(String text, int columns) {
        return text.length() <= columns ? text : text.substring(0, columns - 2) + "..";
    }

    private void wrap(String indent, String text) {
        lines.addAll(Wrapping.lines(indent, text, width));
    }
}

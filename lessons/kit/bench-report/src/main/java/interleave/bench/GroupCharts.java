package interleave.bench;

import interleave.bench.Chart.Line;
import interleave.bench.Chart.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;

/**
 * The charts of a group over its sizes.
 *
 * @param machine has the number of processors, an ideal of the speed-up
 */
record GroupCharts(RowGroup group, Machine machine) {

    /** The metric over the sizes. */
    String overSizes() {
        Metric any = group.any();
        String caption = (any.isMemory() ? "Memory" : any.isThroughput() ? "Operations" : "Time") + " against "
                + group.sizeName() + ", both axes logarithmic; the bars are 99.9 % intervals"
                + (any.isThroughput() ? "; higher is better." : "; lower is better.");
        DoubleFunction<String> text = value -> axisText(value, any);
        return figure(new Chart(group.title() + ": " + caption, group.sizeName(), text, lines()).svg(), caption);
    }

    /** The metric of each variant, for a group that has one size. */
    String atOneSize() {
        List<DotChart.Line> lines = lines().stream()
                .map(line -> new DotChart.Line(
                        line.name(),
                        line.points().stream()
                                .map(point -> new DotChart.Dot(
                                        line.style(), point.y(), point.least(), point.most(), point.tooltip()))
                                .toList()))
                .toList();
        String caption = Introduction.to(group.any()).replaceFirst("\\.$", "");
        return figure(
                new DotChart(caption, value -> axisText(value, group.any()), List.of(), lines).svg(),
                "The axis is logarithmic, the bars are 99.9 % intervals.");
    }

    private List<Line> lines() {
        List<String> variants = group.variants();
        var styles = VariantStyles.of(variants);
        return variants.stream()
                .map(name -> new Line(name, styles.getOrDefault(name, "c0"), points(name)))
                .toList();
    }

    private List<Point> points(String variant) {
        var points = new ArrayList<Point>();
        group.sizes()
                .keySet()
                .forEach(size -> group.of(variant, size).ifPresent(metric -> {
                    double scale = metric.scale();
                    double error = metric.hasError() ? metric.error() : 0;
                    points.add(new Point(
                            size,
                            scale * metric.score(),
                            scale * (metric.score() - error),
                            scale * (metric.score() + error),
                            variant + ", " + group.size(size) + ": " + metric.amountWithError()));
                }));
        return points;
    }

    /** The speed-up over sequential. Where sequential was not measured, it is extrapolated from a smaller size. */
    Optional<String> speedUp() {
        Optional<String> sequential = group.variants().stream()
                .filter(name -> name.contains("sequential"))
                .findFirst();
        Set<String> artefacts = group.artefacts().keySet();
        List<String> others = group.variants().stream()
                .filter(name -> !name.contains("sequential") && !artefacts.contains(name))
                .toList();
        if (sequential.isEmpty() || others.isEmpty() || group.any().seconds().isEmpty()) {
            return Optional.empty();
        }
        List<Point> base = points(sequential.get());
        boolean extrapolated = base.size() < group.sizes().size();
        var lines = new ArrayList<Line>();
        var styles = VariantStyles.of(group.variants());
        for (String other : others) {
            List<Point> points = points(other).stream()
                    .map(point -> {
                        Point one = sequentialAt(base, point.x());
                        double times = one.x() < point.x() ? point.x() / one.x() : 1;
                        double ratio = one.y() * times / point.y();
                        double least = Math.max(0, one.least()) * times / point.most();
                        double most = one.most() * times / Math.max(point.least(), point.y() / 1000);
                        return new Point(
                                point.x(),
                                ratio,
                                least,
                                most,
                                other + ", " + group.size(point.x())
                                        + String.format(Locale.ROOT, ": %,.1f times faster than sequential", ratio));
                    })
                    .toList();
            lines.add(new Line(other, styles.getOrDefault(other, "c0"), points));
        }
        List<Double> sizes = List.copyOf(group.sizes().keySet());
        lines.add(new Line(
                "all waits overlap",
                "ideal",
                sizes.stream()
                        .map(size -> new Point(size, size, size, size, ""))
                        .toList()));
        processors()
                .ifPresent(count -> lines.add(new Line(
                        count + " processors",
                        "ideal",
                        sizes.stream()
                                .map(size -> new Point(size, count, count, count, ""))
                                .toList())));
        String caption = "Times faster than sequential against " + group.sizeName()
                + ". The ideal is the number of waits, or, for work that only computes, the number of processors."
                + (extrapolated ? " Where sequential was not measured, it is extrapolated from its largest size." : "");
        return Optional.of(figure(
                new Chart(group.title() + ": " + caption, group.sizeName(), value -> plain(value) + "x", lines).svg(),
                caption));
    }

    private static Point sequentialAt(List<Point> base, double size) {
        return base.stream()
                .filter(point -> point.x() <= size)
                .reduce((first, second) -> second)
                .orElse(base.getFirst());
    }

    private Optional<Integer> processors() {
        return Optional.ofNullable(machine.facts().get("processors"))
                .filter(count -> count.matches("\\d{1,6}"))
                .map(Integer::valueOf);
    }

    static String axisText(double value, Metric like) {
        if (like.seconds().isPresent()) {
            return value < 1e-6
                    ? plain(value * 1e9) + " ns"
                    : value < 1e-3
                            ? plain(value * 1e6) + " us"
                            : value < 1 ? plain(value * 1e3) + " ms" : plain(value) + " s";
        }
        return plain(value) + " " + like.unit();
    }

    private static String plain(double value) {
        return value >= 1
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.3g", value)
                        .replaceFirst("(\\.\\d*?)0+$", "$1")
                        .replaceFirst("\\.$", "");
    }

    static String figure(String svg, String caption) {
        return "<figure>\n" + svg + "<figcaption>" + Html.escaped(caption) + "</figcaption>\n</figure>\n";
    }
}

package interleave.bench;

import interleave.bench.Chart.Line;
import interleave.bench.Chart.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/**
 * A result as one page with verdicts, charts and tables. The charts are plain SVG, because a chart library would need
 * scripts, and the page would be ten times as large.
 */
public final class HtmlReport {
    private static final int STYLES = 8;
    /** The name of the course's loop in comparisons with other loops. */
    private static final String OWN_LOOP = "interleave";
    /** The versions that a lesson has, in the order of their styles. */
    private static final List<String> LESSON_VERSIONS =
            List.of("sequential", "thread pool", "event loop", "virtual threads");

    private final Results results;

    public HtmlReport(Results results) {
        this.results = results;
    }

    public String page() {
        var body = new StringBuilder();
        body.append("<p class=\"soft\">")
                .append(Html.escaped(results.began() + ", speed: " + results.speed()
                        + ", course " + results.course().release() + " (benchmarks "
                        + results.course().benchmarks()
                        + ", lessons " + results.course().lessons() + ")"))
                .append("</p>\n");
        List<String> remarks = TextReport.remarks(results);
        if (!remarks.isEmpty()) {
            body.append("<ul class=\"remarks\">\n");
            remarks.forEach(remark -> body.append(Html.item(remark)));
            body.append("</ul>\n");
        }
        RowGroup.of(results.rows()).forEach(group -> body.append(section(group)));
        body.append("<section>\n<h2>The machine</h2>\n<table>\n");
        results.machine().facts().forEach((name, value) -> body.append(Html.row(List.of(name, value))));
        body.append("</table>\n</section>\n");
        return Html.page("Benchmarks: " + results.name(), body.toString());
    }

    private String section(RowGroup group) {
        var section = new StringBuilder(
                "<section>\n<h2>" + Html.escaped(group.title()) + "</h2>\n" + "<ul class=\"verdict\">\n");
        group.verdicts().forEach(verdict -> section.append(Html.item(verdict)));
        section.append("</ul>\n");
        if (group.sizes().size() > 1) {
            section.append("<div class=\"pictures\">\n").append(overSizes(group));
            speedUp(group).ifPresent(section::append);
            section.append("</div>\n");
        }
        return section.append(table(group)).append("</section>\n").toString();
    }

    private static String overSizes(RowGroup group) {
        Metric any = group.any();
        String caption = (any.isMemory() ? "Memory" : any.isThroughput() ? "Operations" : "Time") + " against "
                + group.sizeName() + ", both axes logarithmic; the bars are 99.9 % intervals"
                + (any.isThroughput() ? "; higher is better." : "; lower is better.");
        DoubleFunction<String> text = value -> axisText(value, any);
        return figure(new Chart(group.title() + ": " + caption, group.sizeName(), text, lines(group)), caption);
    }

    private static List<Line> lines(RowGroup group) {
        List<String> variants = group.variants();
        var styles = styles(variants);
        return variants.stream()
                .map(name -> new Line(name, styles.getOrDefault(name, "c0"), points(group, name)))
                .toList();
    }

    private static List<Point> points(RowGroup group, String variant) {
        var points = new ArrayList<Point>();
        group.sizes()
                .keySet()
                .forEach(size -> group.of(variant, size).ifPresent(metric -> {
                    double scale = metric.seconds()
                            .map(seconds -> seconds / metric.score())
                            .orElse(1.0);
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

    /** The four versions of a lesson have the same style in all charts. The others get the remaining styles. */
    private static Map<String, String> styles(List<String> variants) {
        var styles = new LinkedHashMap<String, String>();
        for (String variant : variants) {
            int fixed = variant.equals(OWN_LOOP)
                    ? 2
                    : LESSON_VERSIONS.indexOf(LESSON_VERSIONS.stream()
                            .filter(variant::contains)
                            .findFirst()
                            .orElse(""));
            if (fixed >= 0 && !styles.containsValue("c" + fixed)) {
                styles.put(variant, "c" + fixed);
            }
        }
        List<String> all = IntStream.range(0, STYLES)
                .mapToObj(number -> "c" + (number + 4) % STYLES)
                .toList();
        for (String variant : variants) {
            if (!styles.containsKey(variant)) {
                styles.put(
                        variant,
                        all.stream()
                                .filter(style -> !styles.containsValue(style))
                                .findFirst()
                                .orElse(all.get(styles.size() % STYLES)));
            }
        }
        return styles;
    }

    /** The speed-up over sequential. Where sequential was not measured, it is extrapolated from a smaller size. */
    private Optional<String> speedUp(RowGroup group) {
        Optional<String> sequential = group.variants().stream()
                .filter(name -> name.contains("sequential"))
                .findFirst();
        List<String> others = group.variants().stream()
                .filter(name -> !name.contains("sequential"))
                .toList();
        if (sequential.isEmpty() || others.isEmpty() || group.any().seconds().isEmpty()) {
            return Optional.empty();
        }
        List<Point> base = points(group, sequential.get());
        boolean extrapolated = base.size() < group.sizes().size();
        var lines = new ArrayList<Line>();
        var styles = styles(group.variants());
        for (String other : others) {
            List<Point> points = points(group, other).stream()
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
                new Chart(group.title() + ": " + caption, group.sizeName(), value -> plain(value) + "x", lines),
                caption));
    }

    private static Point sequentialAt(List<Point> base, double size) {
        return base.stream()
                .filter(point -> point.x() <= size)
                .reduce((first, second) -> second)
                .orElse(base.getFirst());
    }

    private Optional<Integer> processors() {
        return Optional.ofNullable(results.machine().facts().get("processors"))
                .filter(count -> count.matches("\\d{1,6}"))
                .map(Integer::valueOf);
    }

    private static String axisText(double value, Metric like) {
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

    private static String figure(Chart chart, String caption) {
        return "<figure>\n" + chart.svg() + "<figcaption>" + Html.escaped(caption) + "</figcaption>\n</figure>\n";
    }

    private static String table(RowGroup group) {
        var table = new StringBuilder("<div class=\"scroll\"><table>\n");
        var head = new ArrayList<String>();
        head.add("");
        group.sizes().keySet().forEach(size -> head.add(group.sizeName().isEmpty() ? "measured" : group.size(size)));
        table.append(Html.head(head)).append("<tbody>\n");
        for (String variant : group.variants()) {
            var cells = new ArrayList<String>();
            cells.add(variant);
            group.sizes()
                    .keySet()
                    .forEach(size -> cells.add(
                            group.of(variant, size).map(Metric::amountWithError).orElse("-")));
            table.append(Html.row(cells));
        }
        return table.append("</tbody></table></div>\n").toString();
    }
}

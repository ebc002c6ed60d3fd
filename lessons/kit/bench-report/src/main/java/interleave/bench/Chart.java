package interleave.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;

/**
 * A line chart with two logarithmic axes, as SVG that needs no script and can be printed. The lines can be told apart
 * without colours: each has marks of a different shape, and its name at its end.
 */
final class Chart {
    private static final int WIDTH = 620;
    private static final int HEIGHT = 330;
    private static final int LEFT = 70;
    private static final int RIGHT = 150;
    private static final int TOP = 12;
    private static final int BOTTOM = 46;
    private static final int MIN_DISTANCE_OF_NAMES = 14;

    /**
     * A point with its confidence interval.
     *
     * @param tooltip shown over the point
     */
    record Point(double x, double y, double least, double most, String tooltip) {}

    /** @param style a class in the style sheet, such as {@code c0} or {@code ideal} */
    record Line(String name, String style, List<Point> points) {}

    private final String description;
    private final String xName;
    private final DoubleFunction<String> yText;
    private final List<Line> lines;

    /**
     * @param description for screen readers
     * @param yText formats a value of the vertical axis
     */
    Chart(String description, String xName, DoubleFunction<String> yText, List<Line> lines) {
        this.description = description;
        this.xName = xName;
        this.yText = yText;
        this.lines = lines;
    }

    /** The chart as SVG. Error bars that are longer than a power of ten may be cut off. */
    String svg() {
        List<Point> points =
                lines.stream().flatMap(line -> line.points.stream()).toList();
        Axis x = Axis.around(points.stream().mapToDouble(Point::x), LEFT, WIDTH - RIGHT);
        Axis y = Axis.around(
                points.stream()
                        .flatMapToDouble(point -> DoubleStream.of(
                                point.y, Math.min(point.most, point.y * 10), Math.max(point.least, point.y / 10))),
                HEIGHT - BOTTOM,
                TOP);
        var svg = new StringBuilder();
        svg.append("<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n"
                .formatted(WIDTH, HEIGHT, Html.escaped(description)));
        grid(svg, x, y);
        for (Line line : lines) {
            draw(svg, line, x, y);
        }
        names(svg, y);
        return svg.append("</svg>\n").toString();
    }

    private void grid(StringBuilder svg, Axis x, Axis y) {
        for (double tick : y.ticks()) {
            double at = y.place(tick);
            add(svg, "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>", LEFT, WIDTH - RIGHT, at, at);
            add(
                    svg,
                    "<text class=\"tick\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
                    LEFT - 6,
                    at + 4,
                    Html.escaped(yText.apply(tick)));
        }
        lines.stream()
                .flatMap(line -> line.points.stream())
                .mapToDouble(Point::x)
                .distinct()
                .sorted()
                .forEach(size -> {
                    double at = x.place(size);
                    add(
                            svg,
                            "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>",
                            at,
                            at,
                            TOP,
                            HEIGHT - BOTTOM);
                    add(
                            svg,
                            "<text class=\"tick\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                            at,
                            HEIGHT - BOTTOM + 16,
                            RowGroup.number(size));
                });
        add(
                svg,
                "<text class=\"axis\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                (LEFT + WIDTH - RIGHT) / 2,
                HEIGHT - 8,
                Html.escaped(xName));
    }

    private static void draw(StringBuilder svg, Line line, Axis x, Axis y) {
        svg.append("<g class=\"").append(line.style).append("\">\n");
        if (line.points.size() > 1) {
            var path = new StringBuilder();
            line.points.forEach(point -> path.append(path.isEmpty() ? "M" : " L")
                    .append(String.format(Locale.ROOT, "%.1f %.1f", x.place(point.x), y.place(point.y))));
            add(svg, "<path class=\"line\" d=\"%s\"/>", path);
        }
        if (!line.style.equals("ideal")) {
            for (Point point : line.points) {
                double across = x.place(point.x);
                double low = y.place(point.least);
                double high = y.place(point.most);
                add(
                        svg,
                        "<path class=\"error\" d=\"M%.1f %.1f V%.1f M%.1f %.1f h8 M%.1f %.1f h8\"/>",
                        across,
                        low,
                        high,
                        across - 4,
                        low,
                        across - 4,
                        high);
                svg.append(mark(line.style, across, y.place(point.y), point.tooltip));
            }
        }
        svg.append("</g>\n");
    }

    /** Circle, square, diamond, triangle, then the same shapes hollow. */
    static String mark(String style, double x, double y, String tooltip) {
        int number = Integer.parseInt(style.substring(1));
        String path = switch (number % 4) {
            case 0 -> "M-4.5 0 a4.5 4.5 0 1 0 9 0 a4.5 4.5 0 1 0 -9 0Z";
            case 1 -> "M-4 -4 h8 v8 h-8Z";
            case 2 -> "M0 -5.5 L5.5 0 L0 5.5 L-5.5 0Z";
            default -> "M0 -5 L5 4 L-5 4Z";
        };
        return String.format(
                Locale.ROOT,
                "<path class=\"mark%s\" transform=\"translate(%.1f %.1f)\" d=\"%s\"><title>%s</title></path>%n",
                number >= 4 ? " hollow" : "",
                x,
                y,
                path,
                Html.escaped(tooltip));
    }

    /** Draws the names of the lines on the right, each as close to the end of its line as possible. */
    private void names(StringBuilder svg, Axis y) {
        List<Line> named = lines.stream()
                .filter(line -> !line.points.isEmpty())
                .sorted((one, other) ->
                        Double.compare(y.place(one.points.getLast().y), y.place(other.points.getLast().y)))
                .toList();
        var places = new ArrayList<Double>();
        double free = TOP + 4;
        for (Line line : named) {
            double place = Math.max(free, y.place(line.points.getLast().y) + 4);
            places.add(place);
            free = place + MIN_DISTANCE_OF_NAMES;
        }
        double limit = HEIGHT - BOTTOM + 4.0;
        for (int index = named.size() - 1; index >= 0; index--) {
            double place = Math.min(places.get(index), limit);
            limit = place - MIN_DISTANCE_OF_NAMES;
            Line line = named.get(index);
            svg.append("<g class=\"").append(line.style).append("\">");
            if (!line.style.equals("ideal")) {
                svg.append(mark(line.style, WIDTH - RIGHT + 14.0, place - 4, line.name));
            }
            add(
                    svg,
                    "<text class=\"name\" x=\"%d\" y=\"%.1f\">%s</text></g>",
                    WIDTH - RIGHT + 24,
                    place,
                    Html.escaped(line.name));
        }
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would require a library
    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}

package interleave.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;

/**
 * A chart with a line for each machine or each variant, and marks on it, over a logarithmic axis. As SVG that needs no
 * script.
 */
final class DotChart {
    private static final int WIDTH = 620;
    private static final int LEFT = 180;
    private static final int RIGHT = 24;
    private static final int LINE = 18;
    private static final int LEGEND_LINE = 20;
    private static final int AXIS = 42;
    private static final int MAX_NAME = 25;
    private static final int PIXELS_PER_CHARACTER = 7;

    /**
     * A value with its interval.
     *
     * @param style a class in the style sheet, such as {@code c0}
     */
    record Dot(String style, double value, double least, double most, String tooltip) {}

    /** @param name of the machine or the variant */
    record Line(String name, List<Dot> dots) {}

    /** @param name of the variant */
    record Key(String name, String style) {}

    private final String description;
    private final DoubleFunction<String> text;
    private final List<Key> keys;
    private final List<Line> lines;
    private final StringBuilder svg = new StringBuilder();

    /**
     * @param description for screen readers, also shown below the axis
     * @param text formats a value of the axis
     * @param keys explain the styles; none if there is one style only
     */
    DotChart(String description, DoubleFunction<String> text, List<Key> keys, List<Line> lines) {
        this.description = description;
        this.text = text;
        this.keys = keys;
        this.lines = lines;
    }

    /** The chart. Intervals that are longer than a power of ten may be cut off. */
    String svg() {
        int top = legend();
        int bottom = top + lines.size() * LINE;
        Axis axis = Axis.around(
                lines.stream()
                        .flatMap(line -> line.dots.stream())
                        .flatMapToDouble(dot -> DoubleStream.of(
                                dot.value, Math.max(dot.least, dot.value / 3), Math.min(dot.most, dot.value * 3))),
                LEFT,
                WIDTH - RIGHT);
        grid(axis, top, bottom);
        for (int index = 0; index < lines.size(); index++) {
            draw(lines.get(index), axis, top + index * LINE + LINE / 2.0);
        }
        return "<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n"
                        .formatted(WIDTH, bottom + AXIS, Html.escaped(description))
                + svg + "</svg>\n";
    }

    /** Draws the keys in as many lines as they need, and returns where they end. */
    private int legend() {
        int x = 8;
        int y = LEGEND_LINE / 2;
        for (Key key : keys) {
            int width = 24 + key.name.length() * PIXELS_PER_CHARACTER;
            if (x > 8 && x + width > WIDTH) {
                x = 8;
                y += LEGEND_LINE;
            }
            add(
                    "<g class=\"%s\">%s<text x=\"%d\" y=\"%d\">%s</text></g>",
                    key.style, Chart.mark(key.style, x + 6, y, key.name), x + 16, y + 4, Html.escaped(key.name));
            x += width;
        }
        return keys.isEmpty() ? 4 : y + LEGEND_LINE;
    }

    private void grid(Axis axis, int top, int bottom) {
        double lastLabel = Double.NEGATIVE_INFINITY;
        for (double tick : axis.ticks()) {
            double at = axis.place(tick);
            add("<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>", at, at, top, bottom);
            String label = text.apply(tick);
            if (at - lastLabel > label.length() * PIXELS_PER_CHARACTER) {
                add(
                        "<text class=\"tick\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                        at, bottom + 15, Html.escaped(label));
                lastLabel = at;
            }
        }
        add(
                "<text class=\"axis\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                (LEFT + WIDTH - RIGHT) / 2, bottom + 34, Html.escaped(description));
    }

    private void draw(Line line, Axis axis, double y) {
        add("<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>", LEFT, WIDTH - RIGHT, y, y);
        add(
                "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s<title>%s</title></text>",
                LEFT - 8, y + 4, Html.escaped(shortened(line.name)), Html.escaped(line.name));
        for (Dot dot : line.dots) {
            add(
                    "<g class=\"%s\"><path class=\"error\" d=\"M%.1f %.1f H%.1f\"/>%s</g>",
                    dot.style,
                    axis.place(dot.least),
                    y,
                    axis.place(dot.most),
                    Chart.mark(dot.style, axis.place(dot.value), y, dot.tooltip));
        }
    }

    private static String shortened(String name) {
        return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME - 1) + "\u2026";
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would require a library
    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}

package interleave.recorder.svg;

import interleave.recorder.layout.ColumnAxis;
import interleave.recorder.layout.Labels;
import interleave.recorder.layout.LaneGroups;
import interleave.recorder.layout.ResourceFile;
import interleave.recorder.layout.SafeText;
import interleave.recorder.layout.TerminalText;
import interleave.recorder.layout.TimeAxis;
import interleave.recorder.model.CriticalPath;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Mark;
import interleave.recorder.model.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws timelines as one SVG picture on one time axis, for README files and notebooks. */
public final class SvgTimeline {

    private static final int WIDTH = 760;
    private static final int MARGIN = 10;
    private static final int MAX_LABEL = 24;
    /** The width of a character in the usual fonts, in units of the picture. */
    private static final double LETTER = 6.7;

    private static final int MANY = 8;
    private static final int FIRST = 3;

    private final List<Timeline> timelines;
    private final TimeAxis axis;
    private final SvgLane lanes;
    private final int gutter;
    private final int plot;
    private final StringBuilder svg = new StringBuilder();
    private boolean density;
    private boolean path;
    private int y;

    private SvgTimeline(List<Timeline> timelines) {
        this.timelines = timelines;
        this.axis = TimeAxis.of(timelines);
        this.lanes = new SvgLane(axis, false);
        this.gutter = gutter();
        this.plot = WIDTH - gutter - 2 * MARGIN;
    }

    /**
     * Renders the picture as a standalone {@code svg} element. It follows the colour scheme of the reader, and the same
     * timelines always give the same text. Names from the program are escaped.
     */
    public static String render(List<Timeline> timelines) {
        return new SvgTimeline(timelines).render();
    }

    private String render() {
        y = MARGIN + 12;
        List<ColumnAxis.Tick> ticks = new ColumnAxis(axis.total(), (int) (plot / 8.0)).ticks();
        var grid = new StringBuilder();
        for (ColumnAxis.Tick tick : ticks) {
            double x = x(axis.fraction(tick.at()));
            boolean last = axis.fraction(tick.at()) > 0.96;
            grid.append(text("small", last ? x + MARGIN : x, y, last ? "end" : "middle", tick.label()));
            grid.append("<line class=\"grid\" x1=\"")
                    .append(number(x))
                    .append("\" x2=\"")
                    .append(number(x))
                    .append("\" y1=\"")
                    .append(y + 5)
                    .append("\" y2=\"BOTTOM\"/>\n");
        }
        y += 8;
        timelines.forEach(this::draw);
        int bottom = y + 2;
        legend();
        int height = y + MARGIN;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"il\" width=\"" + WIDTH + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + WIDTH + " " + height + "\" role=\"img\">\n<title>" + SafeText.markup(summary())
                + "</title>\n<style>\n"
                + ColourScheme.ofStates().withoutVariables(ResourceFile.text(SvgTimeline.class, "picture.css"))
                + "\n</style>\n" + SvgStyle.patterns() + "\n<rect class=\"paper\" width=\"" + WIDTH
                + "\" height=\"" + height + "\"/>\n" + grid.toString().replace("BOTTOM", String.valueOf(bottom)) + svg
                + "</svg>\n";
    }

    private String summary() {
        var parts = timelines.stream().map(timeline -> timeline.version() + " " + Labels.time(timeline));
        return "Timelines: " + String.join(", ", parts.toList());
    }

    private void draw(Timeline timeline) {
        y += 18;
        svg.append(text("version", MARGIN, y, "start", fit(timeline.version(), MAX_LABEL)));
        extent(timeline);
        y += 6;
        CriticalPath critical = CriticalPath.of(timeline);
        path |= !critical.steps().isEmpty();
        for (LaneGroups.Row row : LaneGroups.of(timeline, MANY, FIRST)) {
            if (row.isGroup()) {
                row("  " + LaneGroups.label(row), row.isOfLibraries() ? "" : lanes.drawMany(row.lanes()));
                if (!row.maxConcurrent().isEmpty()) {
                    density = true;
                    y += 12;
                    svg.append(text("small", x(0), y, "start", row.maxConcurrent()));
                    y += 4;
                }
            } else {
                String indent = row.lane().kind() == LaneKind.LOOP_TASK ? "    " : "  ";
                row(
                        indent + row.lane().name(),
                        lanes.draw(row.lane(), critical.in(row.index()).toList()));
            }
        }
    }

    private void row(String label, String drawing) {
        int indent = label.length() - label.stripLeading().length();
        svg.append(text("", MARGIN + 5.0 * indent, y + 13, "start", fit(label.strip(), MAX_LABEL)));
        svg.append("<svg x=\"")
                .append(gutter + MARGIN)
                .append("\" y=\"")
                .append(y)
                .append("\" width=\"")
                .append(plot)
                .append("\" height=\"")
                .append(SvgLane.HEIGHT)
                .append("\" overflow=\"visible\">")
                .append(drawing)
                .append("</svg>\n");
        y += SvgLane.HEIGHT + 1;
    }

    /** A line from the start to the end of the version, with its time. */
    private void extent(Timeline timeline) {
        double end = x(axis.fraction(timeline.duration()));
        int middle = y - 4;
        svg.append("<path class=\"extent\" fill=\"none\" d=\"M")
                .append(number(x(0)))
                .append(' ')
                .append(middle - 4)
                .append("v8m0-4H")
                .append(number(end))
                .append("m0-4v8\"/>\n");
        String time = Labels.time(timeline);
        boolean within = end - x(0) > (time.length() + 3) * LETTER;
        svg.append(text("version halo", within ? (x(0) + end) / 2 : end + 8, y, within ? "middle" : "start", time));
    }

    private void legend() {
        y += 24;
        double x = MARGIN;
        record Entry(String sample, String meaning) {}
        var entries = new ArrayList<Entry>();
        lanes.drawn()
                .forEach(look -> entries.add(new Entry(
                        look == SpanStyle.RUNNING
                                ? "<line class=\"turn\" x1=\"10\" x2=\"10\" y1=\"1.5\" y2=\"15.5\"/>"
                                : look.sample(20),
                        look.meaning())));
        for (Mark.Kind kind : lanes.drawnMarks()) {
            entries.add(new Entry(SvgLane.shape(kind, "10"), Labels.meaning(kind)));
        }
        if (density) {
            entries.add(new Entry(SvgLane.densitySample(10, 8), Labels.DENSITY));
        }
        if (path) {
            entries.add(
                    new Entry("<line class=\"chain\" x1=\"0\" x2=\"20\" y1=\"11\" y2=\"11\"/>", Labels.CRITICAL_PATH));
        }
        for (Entry entry : entries) {
            double width = 26 + entry.meaning.length() * LETTER + 16;
            if (x > MARGIN && x + width > WIDTH) {
                x = MARGIN;
                y += 20;
            }
            svg.append("<svg x=\"")
                    .append(number(x))
                    .append("\" y=\"")
                    .append(y - 13)
                    .append("\" width=\"20\" height=\"18\" overflow=\"visible\">")
                    .append(entry.sample)
                    .append("</svg>")
                    .append(text("small", x + 26, y, "start", entry.meaning));
            x += width;
        }
    }

    private int gutter() {
        int widest = 8;
        for (Timeline timeline : timelines) {
            widest = Math.max(widest, TerminalText.width(timeline.version()) + 3);
            for (LaneGroups.Row row : LaneGroups.of(timeline, MANY, FIRST)) {
                int label = row.isGroup()
                        ? LaneGroups.label(row).length()
                        : TerminalText.width(row.lane().name());
                widest = Math.max(widest, label + 3);
            }
        }
        return (int) (Math.min(widest, MAX_LABEL + 2) * LETTER);
    }

    private double x(double fraction) {
        return gutter + MARGIN + fraction * plot;
    }

    private static String fit(String label, int columns) {
        return TerminalText.width(label) <= columns ? label : TerminalText.fit(label, columns, "…");
    }

    private static String text(String cssClass, double x, int y, String anchor, String text) {
        return "<text" + (cssClass.isEmpty() ? "" : " class=\"" + cssClass + "\"") + " x=\"" + number(x) + "\" y=\"" + y
                + "\"" + (anchor.equals("start") ? "" : " text-anchor=\"" + anchor + "\"") + ">" + SafeText.markup(text)
                + "</text>\n";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
    }
}

package interleave.recorder.svg;

import interleave.recorder.layout.Labels;
import interleave.recorder.layout.SafeText;
import interleave.recorder.layout.TimeAxis;
import interleave.recorder.model.ConcurrencyLevel;
import interleave.recorder.model.CriticalPath;
import interleave.recorder.model.Lane;
import interleave.recorder.model.Mark;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Draws lanes as SVG, {@value #HEIGHT} units high and as wide as their container. The style sheet determines the look
 * of each state by its class.
 */
public final class SvgLane {

    /** In units of the picture. */
    public static final int HEIGHT = 18;

    /** Running spans below this fraction of the width are drawn as strokes, to be visible. */
    private static final double STROKE = 0.004;
    /** Strokes and marks closer than this fraction are drawn once. */
    private static final double SAME = 0.0015;

    private final TimeAxis axis;
    private final boolean titles;
    private final Set<SpanStyle> drawn = EnumSet.noneOf(SpanStyle.class);
    private final Set<Mark.Kind> drawnMarks = EnumSet.noneOf(Mark.Kind.class);
    private final StringBuilder svg = new StringBuilder();

    /** @param titles whether each span has a tooltip with its times */
    public SvgLane(TimeAxis axis, boolean titles) {
        this.axis = axis;
        this.titles = titles;
    }

    /** The styles drawn so far. */
    public Set<SpanStyle> drawn() {
        return drawn;
    }

    /** The kinds of marks drawn so far. */
    public Set<Mark.Kind> drawnMarks() {
        return drawnMarks;
    }

    /** The SVG elements of a lane. The steps of the critical path are underlined. */
    public String draw(Lane lane, List<CriticalPath.Step> path) {
        svg.setLength(0);
        coarse(lane.spans()).stream().filter(span -> !isStroke(span)).forEach(this::drawSpan);
        drawStrokes(lane);
        drawMarks(lane);
        drawPath(path);
        if (lane.outlives()) {
            svg.append("<text class=\"on\" x=\"")
                    .append(axis.percent(lane.end()))
                    .append("\" dx=\"3\" y=\"13\">→</text>");
        }
        return svg.toString();
    }

    /** The number of lanes in progress, as a step curve. */
    public String drawMany(List<Lane> lanes) {
        ConcurrencyLevel progress = ConcurrencyLevel.of(lanes);
        int peak = Math.max(1, progress.peak());
        var curve = new StringBuilder();
        double last = -1;
        int most = 0;
        double from = 0;
        int count = 0;
        for (Map.Entry<Duration, Integer> step : progress.steps().entrySet()) {
            double at = axis.fraction(step.getKey());
            if (at - last > SAME) {
                bar(curve, from, at, most, peak);
                from = at;
                last = at;
                most = count;
            }
            count = step.getValue();
            most = at - from > SAME ? count : Math.max(most, count);
        }
        bar(curve, from, axis.fraction(axis.total()), count, peak);
        return "<g class=\"density\">" + curve + "</g>";
    }

    /** A sample of such a curve for a legend: two steps. */
    public static String densitySample(int middle, int step) {
        int start = middle - step;
        return "<g class=\"density\"><rect x=\"%s\" y=\"10\" width=\"%s\" height=\"5\"/>".formatted(start, step)
                + "<rect x=\"%s\" y=\"3\" width=\"%s\" height=\"12\"/></g>".formatted(start + step, step);
    }

    private static void bar(StringBuilder curve, double from, double to, int count, int peak) {
        if (count > 0 && to > from) {
            double height = Math.max(1, (double) (HEIGHT - 2) * count / peak);
            curve.append("<rect x=\"")
                    .append(TimeAxis.percent(from))
                    .append("\" width=\"")
                    .append(TimeAxis.percent(to - from))
                    .append("\" y=\"")
                    .append(String.format(Locale.ROOT, "%.1f", HEIGHT - 1 - height))
                    .append("\" height=\"")
                    .append(String.format(Locale.ROOT, "%.1f", height))
                    .append("\"/>");
        }
    }

    /** The symbol of a mark, in a lane and in a legend. */
    public static String shape(Mark.Kind kind, String x) {
        return switch (kind) {
            case PRINTED -> "<circle class=\"mark\" cx=\"" + x + "\" cy=\"8.5\" r=\"4\"/>";
            case PRINTED_TO_ERR ->
                "<svg x=\"" + x + "\" overflow=\"visible\"><path class=\"complaint\" d=\"M0 2L6.5 14.5H-6.5Z\"/></svg>";
            case FAILED ->
                "<svg x=\"" + x
                        + "\" overflow=\"visible\"><path class=\"failure\" d=\"M-5 3.5L5 13.5M5 3.5L-5 13.5\"/></svg>";
        };
    }

    /** Merges spans that are too short to be seen. The merged span has the state with the longest time. */
    private List<Span> coarse(List<Span> spans) {
        var coarse = new ArrayList<Span>();
        var shorts = new ArrayList<Span>();
        for (Span span : spans) {
            if (isPoint(span.start(), span.end())) {
                shorts.add(span);
                if (!isPoint(shorts.getFirst().start(), span.end())) {
                    coarse.add(mostly(shorts));
                    shorts.clear();
                }
            } else {
                if (!shorts.isEmpty()) {
                    coarse.add(mostly(shorts));
                    shorts.clear();
                }
                coarse.add(span);
            }
        }
        if (!shorts.isEmpty()) {
            coarse.add(mostly(shorts));
        }
        return coarse;
    }

    private static Span mostly(List<Span> shorts) {
        var sums = new EnumMap<State, Duration>(State.class);
        shorts.forEach(span -> sums.merge(span.state(), span.length(), Duration::plus));
        State most =
                Collections.max(sums.entrySet(), Map.Entry.comparingByValue()).getKey();
        Span example =
                shorts.stream().filter(span -> span.state() == most).findFirst().orElseThrow();
        return new Span(shorts.getFirst().start(), shorts.getLast().end(), most, example.detail(), example.places());
    }

    private boolean isPoint(Duration start, Duration end) {
        return axis.fraction(end) - axis.fraction(start) < SAME;
    }

    private boolean isStroke(Span span) {
        return span.state() == State.RUNNING && axis.fraction(span.end()) - axis.fraction(span.start()) < STROKE;
    }

    private void drawSpan(Span span) {
        SpanStyle style = SpanStyle.of(span);
        double start = axis.fraction(span.start());
        double end = axis.fraction(span.end());
        String width = TimeAxis.percent(end - start);
        if (width.equals("0%")) {
            return;
        }
        if (end - start > SAME) {
            drawn.add(style);
        }
        svg.append(style.shape(TimeAxis.percent(start), width, TimeAxis.percent(end)));
        if (titles) {
            svg.append("><title>")
                    .append(SafeText.markup(description(span, axis)))
                    .append("</title></")
                    .append(style.isLine() ? "line" : "rect")
                    .append('>');
        } else {
            svg.append("/>");
        }
    }

    /** "sleeping: 1.0 s, from 0.00 s to 1.00 s, at Sequential.java:23". */
    static String description(Span span, TimeAxis axis) {
        return span.detail() + ": " + Labels.duration(span.length()) + ", from " + axis.moment(span.start()) + " to "
                + axis.moment(span.end())
                + span.places().stream()
                        .findFirst()
                        .map(place -> ", at " + place.file() + ":" + place.line())
                        .orElse("");
    }

    private void drawStrokes(Lane lane) {
        double last = -1;
        for (Span span : lane.spans()) {
            double at = axis.fraction(span.start());
            if (isStroke(span) && at - last > SAME) {
                svg.append("<line class=\"turn\" x1=\"")
                        .append(TimeAxis.percent(at))
                        .append("\" x2=\"")
                        .append(TimeAxis.percent(at))
                        .append("\" y1=\"1.5\" y2=\"15.5\"/>");
                drawn.add(SpanStyle.RUNNING);
                last = at;
            }
        }
    }

    private void drawMarks(Lane lane) {
        for (Mark.Kind kind : Mark.Kind.values()) {
            double last = -1;
            for (Mark mark : lane.marks()) {
                double at = axis.fraction(mark.at());
                if (mark.kind() == kind && at - last > SAME) {
                    svg.append(shape(kind, TimeAxis.percent(at)));
                    drawnMarks.add(kind);
                    last = at;
                }
            }
        }
    }

    /** Draws consecutive steps as one line. */
    private void drawPath(List<CriticalPath.Step> path) {
        for (int first = 0, last = 0; first < path.size(); first = ++last) {
            while (last + 1 < path.size()
                    && isPoint(path.get(last).to(), path.get(last + 1).from())) {
                last++;
            }
            svg.append("<line class=\"chain\" x1=\"")
                    .append(axis.percent(path.get(first).from()))
                    .append("\" x2=\"")
                    .append(axis.percent(path.get(last).to()))
                    .append("\" y1=\"17\" y2=\"17\"/>");
        }
    }
}

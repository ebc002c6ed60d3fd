package interleave.recorder.svg;

import interleave.recorder.layout.Labels;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import java.util.Locale;

/** How a span is drawn: by its state, but a sleep that holds no thread is not drawn as one that does. */
public enum SpanStyle {
    RUNNING,
    SLEEP,
    FREE_SLEEP,
    LOCK,
    IO,
    RESULT,
    IDLE,
    OTHER;

    /** The style of a span. */
    public static SpanStyle of(Span span) {
        return span.isSleepWithoutThread() ? FREE_SLEEP : valueOf(span.state().name());
    }

    /** What the style sheets call it. */
    public String cssClass() {
        return this == FREE_SLEEP ? "sleep free" : name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is a line, for who only waits for others or for work; all else is a bar. */
    boolean isLine() {
        return this == RESULT || this == IDLE;
    }

    /** What it means, for a legend. */
    public String meaning() {
        return this == FREE_SLEEP ? "sleeps, holds no thread" : Labels.meaning(State.valueOf(name()));
    }

    /** A piece of a lane, with the place of each edge as SVG takes it; its element is left open. */
    String shape(String x, String width, String x2) {
        return isLine()
                ? "<line class=\"" + cssClass() + "\" x1=\"" + x + "\" x2=\"" + x2 + "\" y1=\"9\" y2=\"9\""
                : "<rect class=\"" + cssClass() + "\" x=\"" + x + "\" width=\"" + width + "\" y=\"2.5\" height=\"12\"";
    }

    /** What stands for it in a legend, so wide. */
    public String sample(int width) {
        return this == RUNNING
                ? "<line class=\"turn\" x1=\"6\" x2=\"6\" y1=\"1.5\" y2=\"15.5\"/><rect class=\"running\" x=\"12\""
                        + " width=\""
                        + (width - 12) + "\" y=\"2.5\" height=\"12\"/>"
                : shape("0", String.valueOf(width), String.valueOf(width)) + "/>";
    }
}

package interleave.recorder.svg;

import interleave.recorder.layout.Labels;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import java.util.Locale;

/** The style of a span: its state, with a separate style for a sleep that does not occupy a thread. */
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

    /** The class in the style sheets. */
    public String cssClass() {
        return this == FREE_SLEEP ? "sleep free" : name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is drawn as a line: for a lane that is idle, or waits for others. All other styles are bars. */
    boolean isLine() {
        return this == RESULT || this == IDLE;
    }

    /** The style in words, for a legend. */
    public String meaning() {
        return this == FREE_SLEEP
                ? Labels.SLEEP_WITHOUT_THREAD
                : State.valueOf(name()).meaning();
    }

    /** The start of the SVG element for a span, without its closing bracket. Positions are SVG lengths. */
    String shape(String x, String width, String x2) {
        return isLine()
                ? "<line class=\"" + cssClass() + "\" x1=\"" + x + "\" x2=\"" + x2 + "\" y1=\"9\" y2=\"9\""
                : "<rect class=\"" + cssClass() + "\" x=\"" + x + "\" width=\"" + width + "\" y=\"2.5\" height=\"12\"";
    }

    /** A sample of this width for a legend. */
    public String sample(int width) {
        return this == RUNNING
                ? "<line class=\"turn\" x1=\"6\" x2=\"6\" y1=\"1.5\" y2=\"15.5\"/><rect class=\"running\" x=\"12\""
                        + " width=\""
                        + (width - 12) + "\" y=\"2.5\" height=\"12\"/>"
                : shape("0", String.valueOf(width), String.valueOf(width)) + "/>";
    }
}

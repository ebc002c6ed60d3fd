package interleave.recorder.model;

import static interleave.recorder.model.SampleTimelines.millis;
import static interleave.recorder.model.SampleTimelines.spans;

import java.util.List;

/** Names and lines with control characters and markup. */
public final class HostileText {

    public static final String SCRIPT = "</script><script>document.title='taken'</script>";
    public static final String HTML = "<img src=x onerror=\"document.title='taken'\"> & 'quoted' {{data}} $1";
    public static final String ARABIC = "\u0645\u0631\u062d\u0628\u0627 12";
    public static final String EMOJI = "\uD83D\uDC69\u200D\uD83D\uDCBB \uD83C\uDF89";
    /** Switches the writing direction of the following text. */
    public static final String OVERRIDE = "\u202Eevil";

    public static final List<String> ALL =
            List.of(SCRIPT, HTML, ARABIC, EMOJI, OVERRIDE, "\u0000\u001b[31m\ud800]]>\\\"");

    private HostileText() {}

    /** A version with one lane per name, which prints its name. */
    public static Timeline timeline() {
        return new Timeline(
                HTML,
                millis(1000),
                Ending.DONE,
                ALL.stream()
                        .map(text -> new Lane(
                                text,
                                LaneKind.VIRTUAL_THREAD,
                                millis(0),
                                millis(1000),
                                false,
                                spans(0, State.SLEEP, 1000),
                                List.of(new Mark(millis(500), text))))
                        .toList());
    }
}

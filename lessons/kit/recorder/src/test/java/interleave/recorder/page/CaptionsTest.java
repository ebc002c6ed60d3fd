package interleave.recorder.page;

import static interleave.recorder.model.SampleTimelines.millis;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.layout.TimeAxis;
import interleave.recorder.model.Mark;
import interleave.recorder.model.SampleTimelines;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Places captions above a lane, on an axis of one second. */
class CaptionsTest {
    private static final String LONG = "a line that takes half of the axis or so";

    @Test
    void placesDistantLinesInOneRow() {
        assertThat(rows(printed(0, "Hello"), printed(500, "Goodbye"))).containsExactly(1, 1);
    }

    @Test
    void placesOverlappingLinesInDifferentRows() {
        var countdown = IntStream.range(0, 8)
                .mapToObj(second -> printed(125 * second, "Countdown 1: " + second))
                .toArray(Mark[]::new);

        assertThat(rows(countdown)).containsExactly(1, 2, 1, 2, 1, 2, 1, 3);
        assertThat(captions(countdown).rows()).isEqualTo(3);
        assertThat(shares(countdown)).allMatch(share -> share >= 14 * 1.2);
    }

    @Test
    void groupsSimultaneousLinesInOneCaptionOfTwoRows() {
        var captions = captions(printed(0, "one"), printed(1, "two"), printed(2, "three"));

        assertThat(captions.rows()).isEqualTo(2);
        assertThat(captions.html())
                .containsOnlyOnce("class=\"caption\"")
                .contains("<bdi>one</bdi><br><bdi>two and 1 more</bdi>");
    }

    @Test
    void placesLineNearTheEndLeftOfItsMark() {
        assertThat(captions(printed(990, "Goodbye")).html()).contains("right:1%");
        assertThat(rows(printed(950, "Closing"), printed(990, "Closed"))).containsExactly(1, 2);
    }

    @Test
    void cutsLineWhenAllRowsAreFull() {
        var many =
                IntStream.range(0, 8).mapToObj(step -> printed(50 * step, LONG)).toArray(Mark[]::new);

        assertThat(captions(many).rows()).isEqualTo(5);
        assertThat(rows(many)).containsExactly(1, 2, 3, 4, 5, 1, 2, 3);
        assertThat(shares(many).limit(3)).containsExactly(25.0, 25.0, 25.0);
    }

    @Test
    void escapesHostileText() {
        assertThat(captions(printed(0, "<b>")).html()).contains("&lt;b&gt;").doesNotContain("<b>");
    }

    private static Mark printed(int at, String line) {
        return new Mark(millis(at), line);
    }

    private static Captions captions(Mark... marks) {
        return new Captions(List.of(marks), TimeAxis.of(List.of(SampleTimelines.timeline("t", 1000))));
    }

    private static List<Integer> rows(Mark... marks) {
        return found("--row:(\\d+)", marks).map(Integer::valueOf).toList();
    }

    /** The maximum width of each caption, in hundredths of the axis. */
    private static Stream<Double> shares(Mark... marks) {
        return found("max-width:([\\d.]+)%", marks).map(Double::valueOf);
    }

    private static Stream<String> found(String pattern, Mark... marks) {
        return Pattern.compile(pattern)
                .matcher(captions(marks).html())
                .results()
                .map(result -> result.group(1));
    }
}

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

/** Where the printed lines stand above a lane; the axis is a second. */
class CaptionsTest {
    private static final String LONG = "a line that takes half of the axis or so";

    @Test
    void linesThatLeaveEachOtherRoomStandInOneRow() {
        assertThat(rows(said(0, "Hello"), said(500, "Goodbye"))).containsExactly(1, 1);
    }

    @Test
    void linesThatWouldRunIntoEachOtherTakeTurns() {
        var countdown = IntStream.range(0, 8)
                .mapToObj(second -> said(125 * second, "Countdown 1: " + second))
                .toArray(Mark[]::new);

        assertThat(rows(countdown)).containsExactly(1, 2, 1, 2, 1, 2, 1, 3);
        assertThat(captions(countdown).rows()).isEqualTo(3);
        assertThat(shares(countdown)).allMatch(share -> share >= 14 * 1.2);
    }

    @Test
    void whatIsSaidAtOnceIsSaidTogetherAndTakesTheRowsOfBothLines() {
        var captions = captions(said(0, "one"), said(1, "two"), said(2, "three"));

        assertThat(captions.rows()).isEqualTo(2);
        assertThat(captions.html())
                .containsOnlyOnce("class=\"said\"")
                .contains("<bdi>one</bdi><br><bdi>two and 1 more</bdi>");
    }

    @Test
    void nearTheEndALineStandsBeforeItsMarkAndLeavesTheOneBeforeItsRoom() {
        assertThat(captions(said(990, "Goodbye")).html()).contains("right:1%");
        assertThat(rows(said(950, "Closing"), said(990, "Closed"))).containsExactly(1, 2);
    }

    @Test
    void whenAllRowsAreFullALineIsCutRatherThanWrittenOverTheNext() {
        var many = IntStream.range(0, 8).mapToObj(step -> said(50 * step, LONG)).toArray(Mark[]::new);

        assertThat(captions(many).rows()).isEqualTo(5);
        assertThat(rows(many)).containsExactly(1, 2, 3, 4, 5, 1, 2, 3);
        assertThat(shares(many).limit(3)).containsExactly(25.0, 25.0, 25.0);
    }

    @Test
    void whatIsHostileIsShown() {
        assertThat(captions(said(0, "<b>")).html()).contains("&lt;b&gt;").doesNotContain("<b>");
    }

    private static Mark said(int at, String line) {
        return new Mark(millis(at), line);
    }

    private static Captions captions(Mark... marks) {
        return new Captions(List.of(marks), TimeAxis.of(List.of(SampleTimelines.timeline("t", 1000))));
    }

    private static List<Integer> rows(Mark... marks) {
        return found("--row:(\\d+)", marks).map(Integer::valueOf).toList();
    }

    /** How much of the axis each may take, in hundredths. */
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

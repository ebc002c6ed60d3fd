package interleave.recorder.model;

import static interleave.recorder.model.SampleTimelines.lane;
import static interleave.recorder.model.SampleTimelines.millis;
import static interleave.recorder.model.SampleTimelines.spans;
import static interleave.recorder.model.SampleTimelines.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OperationLinesTest {

    private static final OperationLines LINES =
            new OperationLines(Pattern.compile("(.+) starts"), Pattern.compile("(.+) is complete"));

    @Test
    void operationsOverlapOnOneThread() {
        Timeline loop = printing(at(0, "A starts"), at(1, "B starts"), at(5, "B is complete"), at(9, "A is complete"));

        assertThat(LINES.in(loop))
                .containsExactlyInAnyOrder(new Operation(millis(0), millis(9)), new Operation(millis(1), millis(5)));
        assertThat(loop.peakInProgress()).isEqualTo(1);
        assertThat(loop.withOperations(LINES).peakInProgress()).isEqualTo(2);
    }

    @Test
    void operationWithoutLastLineLastsToTheEnd() {
        assertThat(LINES.in(printing(at(2, "A starts")))).containsExactly(new Operation(millis(2), millis(10)));
    }

    @Test
    void operationsOfOneNameEndInTheOrderInWhichTheyStart() {
        assertThat(LINES.in(
                        printing(at(0, "A starts"), at(1, "A starts"), at(4, "A is complete"), at(6, "A is complete"))))
                .containsExactly(new Operation(millis(0), millis(4)), new Operation(millis(1), millis(6)));
    }

    @Test
    void otherLinesAreIgnored() {
        assertThat(LINES.in(printing(at(0, "Turn 1"), at(3, "C is complete")))).isEmpty();
    }

    private static Timeline printing(Mark... lines) {
        return timeline("t", 10, lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.SLEEP, 10), lines));
    }

    private static Mark at(int millis, String line) {
        return new Mark(millis(millis), line, Mark.Kind.PRINTED);
    }
}

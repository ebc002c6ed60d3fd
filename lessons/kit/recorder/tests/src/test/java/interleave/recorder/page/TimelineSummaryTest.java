package interleave.recorder.page;

import static interleave.recorder.model.SampleTimelines.greet;
import static interleave.recorder.model.SampleTimelines.lane;
import static interleave.recorder.model.SampleTimelines.millis;
import static interleave.recorder.model.SampleTimelines.spans;
import static interleave.recorder.model.SampleTimelines.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.model.CriticalPath;
import interleave.recorder.model.Ending;
import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Mark;
import interleave.recorder.model.Operation;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import interleave.recorder.model.Timeline;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineSummaryTest {

    @Test
    void summaryExplainsWhyVersionsDiffer() {
        assertThat(greet().stream().map(each -> TimelineSummary.of(each, CriticalPath.of(each))))
                .satisfiesExactly(
                        sequential -> assertThat(sequential)
                                .startsWith("3 waits with a total of 3.0 s, one after the other, so it took 3.0 s."),
                        virtual -> assertThat(virtual)
                                .startsWith(
                                        "3 waits with a total of 3.0 s, up to 3 at the same time, so it took 1.0 s."));
    }

    @Test
    void mergesRepeatedStepsAndOmitsShortOnes() {
        var main = lane(
                "main",
                LaneKind.PLATFORM_THREAD,
                0,
                spans(0, State.RUNNING, 2, State.SLEEP, 1002, State.LOCK, 1004, State.SLEEP, 2004, State.SLEEP, 3004));
        var timeline = timeline("Thrice", 3004, main);

        assertThat(TimelineSummary.of(timeline, CriticalPath.of(timeline)))
                .isEqualTo("3 waits with a total of 3.0 s, one after the "
                        + "other, so it took 3.0 s. Critical path: main  1.0 s, 3 times.");
    }

    /** Ctrl-C ended its last step, so its steps do not explain how long the run took. */
    @Test
    void stoppedRunHasNoCriticalPath() {
        var main = lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.SLEEP, 2000));

        assertThat(summary(new Timeline("Stopped", millis(2000), Ending.STOPPED, List.of(main))))
                .isEqualTo("1 wait with a total of 2.0 s, and it stopped at 2.0 s.");
    }

    @Test
    void namesNoSingleLaneWhenSeveralDoTheSame() {
        assertThat(summary(greet().get(1))).endsWith("Critical path: each of 3 virtual threads  1.0 s.");
    }

    @Test
    void failedLaneEndedTheWaitNotStoppedOnes() {
        var stopped = new Mark(millis(1000), "interrupted", Mark.Kind.FAILED);
        var failed = new Mark(millis(1000), "failed: no answer", Mark.Kind.FAILED);
        var scope = timeline(
                "Scope",
                2000,
                lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.RESULT, 1000, State.SLEEP, 2000)),
                lane("users", LaneKind.VIRTUAL_THREAD, 0, spans(0, State.SLEEP, 1000), stopped),
                lane("products", LaneKind.VIRTUAL_THREAD, 0, spans(0, State.SLEEP, 1000), failed),
                lane("orders", LaneKind.VIRTUAL_THREAD, 0, spans(0, State.SLEEP, 1000), stopped));

        assertThat(summary(scope)).endsWith("Critical path: products  1.0 s until it fails, then main  1.0 s.");
    }

    @Test
    void saysThatAVersionWasStuck() {
        var hung = new Timeline(
                "Hung",
                millis(1000),
                Ending.STUCK,
                List.of(lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.SLEEP, 1000))));

        assertThat(summary(hung)).startsWith("1 wait with a total of 1.0 s, and it was stuck at 1.0 s.");
    }

    @Test
    void namesOnlyTheThreeLongestSteps() {
        var busy = timeline(
                "Busy",
                10_000,
                lane(
                        "main",
                        LaneKind.PLATFORM_THREAD,
                        0,
                        spans(
                                0,
                                State.SLEEP,
                                1000,
                                State.IO,
                                1100,
                                State.SLEEP,
                                5000,
                                State.IO,
                                5500,
                                State.SLEEP,
                                7500,
                                State.IO,
                                8300,
                                State.SLEEP,
                                10_000)));

        assertThat(summary(busy))
                .endsWith("Critical path: main  3.9 s, then  2.0 s, then  1.7 s, and 3 shorter steps.");
    }

    /** Ten batches, each of which is loaded and then trained: no step explains more than a tenth of the time. */
    @Test
    void addsUpStepsThatTakeTurns() {
        var spans = new ArrayList<Span>();
        for (int batch = 0; batch < 10; batch++) {
            spans.add(new Span(millis(batch * 1000), millis(batch * 1000 + 600), State.SLEEP, "loading"));
            spans.add(new Span(millis(batch * 1000 + 600), millis(batch * 1000 + 1000), State.SLEEP, "training"));
        }
        var turns = timeline(
                "Turns",
                10_000,
                new Lane("main", LaneKind.PLATFORM_THREAD, millis(0), millis(10_000), false, spans, List.of()));

        assertThat(summary(turns))
                .endsWith("Critical path: main loading 10 times, 6.0 s in total, then training 10 times, 4.0 s in"
                        + " total.");
    }

    @Test
    void timeBeforeFirstLineIsStartUp() {
        var slow = timeline(
                "Slow",
                2000,
                new Lane(
                        "main",
                        LaneKind.PLATFORM_THREAD,
                        millis(0),
                        millis(2000),
                        false,
                        List.of(
                                new Span(millis(0), millis(1000), State.RUNNING, "running"),
                                new Span(millis(1000), millis(2000), State.SLEEP, "sleeping")),
                        List.of(new Mark(millis(900), "begun"))));

        assertThat(summary(slow))
                .as("one wait of 1 s does not explain 2 s")
                .isEqualTo("Critical path: main starting up (loading classes) 1.0 s, then sleeping 1.0 s.");
    }

    @Test
    void timeBeforeTheOnlyLineIsWork() {
        var computing = timeline(
                "Computing",
                2000,
                new Lane(
                        "main",
                        LaneKind.PLATFORM_THREAD,
                        millis(0),
                        millis(2000),
                        false,
                        List.of(new Span(millis(0), millis(2000), State.RUNNING, "running")),
                        List.of(new Mark(millis(1990), "done"))));

        assertThat(summary(computing)).isEqualTo("Critical path: main running 2.0 s.");
    }

    @Test
    void operationsExplainTheTimeOfWaitsInsideALibrary() {
        var main = lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.RESULT, 3000));
        var fetch = new Timeline(
                "Fetch",
                millis(3000),
                Ending.DONE,
                List.of(main),
                List.of(
                        new Operation(millis(0), millis(1000)),
                        new Operation(millis(1000), millis(2000)),
                        new Operation(millis(2000), millis(3000))));

        assertThat(summary(fetch))
                .startsWith("3 operations with a total of 3.0 s, one after the other, so it took 3.0 s.");
    }

    @Test
    void omitsPathThatCoversTooLittleOfTheTime() {
        var found = timeline("Covered", 1000, lane("main", LaneKind.PLATFORM_THREAD, 0, spans(90, State.SLEEP, 1000)));
        var lost = timeline("Lost", 1000, lane("main", LaneKind.PLATFORM_THREAD, 0, spans(110, State.SLEEP, 1000)));

        assertThat(summary(found)).contains("ritical path: main");
        assertThat(summary(lost)).doesNotContain("ritical path");
    }

    @Test
    void pathThroughUnexplainedWaitIsProbable() {
        var scraper = timeline(
                "Scraper",
                3000,
                lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.SLEEP, 1000, State.OTHER, 3000)));

        assertThat(summary(scraper)).contains("Probable critical path: main");
    }

    private static String summary(Timeline timeline) {
        return TimelineSummary.of(timeline, CriticalPath.of(timeline));
    }
}

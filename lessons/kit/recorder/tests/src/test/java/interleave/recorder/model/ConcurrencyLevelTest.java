package interleave.recorder.model;

import static interleave.recorder.model.SampleTimelines.lane;
import static interleave.recorder.model.SampleTimelines.mark;
import static interleave.recorder.model.SampleTimelines.millis;
import static interleave.recorder.model.SampleTimelines.spans;
import static interleave.recorder.model.SampleTimelines.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which lanes count as in progress. */
class ConcurrencyLevelTest {

    @Test
    void ignoresLanesThatAreIdleOrWaitForOthers() {
        assertThat(timeline(
                                "t",
                                10,
                                thread(spans(0, State.SLEEP, 10)),
                                thread(spans(0, State.OTHER, 10)),
                                thread(spans(0, State.IDLE, 10)),
                                thread(spans(0, State.RESULT, 10)),
                                thread(spans(0, State.IO, 10)),
                                thread(spans(0, State.LOCK, 10)))
                        .peakInProgress())
                .isEqualTo(2);
    }

    @Test
    void sequentialTasksHaveLevelOne() {
        assertThat(timeline("t", 20, thread(spans(0, State.RUNNING, 10)), thread(spans(10, State.RUNNING, 20)))
                        .peakInProgress())
                .isEqualTo(1);
    }

    @Test
    void ignoresCoordinationOfOtherLanes() {
        var sleeper = thread(spans(0, State.SLEEP, 1000));
        assertThat(timeline(
                                "t",
                                1000,
                                thread(spans(0, State.RUNNING, 5, State.RESULT, 990, State.RUNNING, 1000)),
                                sleeper)
                        .peakInProgress())
                .isEqualTo(1);
        assertThat(timeline("t", 1000, thread(spans(0, State.RUNNING, 500, State.RESULT, 1000)), sleeper)
                        .peakInProgress())
                .as("half a second of work counts")
                .isEqualTo(2);
    }

    /** One thread prints its result after it has released the permit, with which the next one has started already. */
    @Test
    void ignoresShortWorkAfterOperationThatHandsOverItsPermit() {
        var first = thread(spans(0, State.SLEEP, 1000, State.RUNNING, 1005));
        var next = thread(spans(0, State.OTHER, 1000, State.RUNNING, 1002, State.SLEEP, 2000));
        assertThat(timeline("t", 2000, first, next).peakInProgress()).isEqualTo(1);
        assertThat(timeline("t", 2000, thread(spans(0, State.SLEEP, 1000, State.RUNNING, 1150)), next)
                        .peakInProgress())
                .as("a seventh of a second of work counts")
                .isEqualTo(2);
    }

    @Test
    void countsThreadsIfAllTasksOnlyWaitForThem() {
        assertThat(timeline(
                                "handed over",
                                1000,
                                lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.IDLE, 1000)),
                                lane("pool", LaneKind.PLATFORM_THREAD, 0, spans(0, State.SLEEP, 1000)),
                                lane("Ann", LaneKind.LOOP_TASK, 0, spans(0, State.RESULT, 1000)),
                                lane("Ben", LaneKind.LOOP_TASK, 0, spans(0, State.RESULT, 1000)))
                        .peakInProgress())
                .isEqualTo(1);
    }

    @Test
    void countsLoopTasksInsteadOfThreads() {
        assertThat(timeline(
                                "t",
                                10,
                                thread(spans(0, State.RUNNING, 10)),
                                thread(spans(0, State.RUNNING, 10)),
                                lane("task", LaneKind.LOOP_TASK, 0, spans(0, State.SLEEP, 10)))
                        .peakInProgress())
                .isEqualTo(1);
    }

    @Test
    void ignoresShortWorkOfLibraryThread() {
        var sleeper = thread(spans(0, State.SLEEP, 1000));
        assertThat(timeline("t", 1000, thread(spans(0, State.SLEEP, 35, State.RUNNING, 40, State.IDLE, 1000)), sleeper)
                        .peakInProgress())
                .isEqualTo(1);
        assertThat(timeline("t", 1000, thread(spans(0, State.SLEEP, 500, State.IDLE, 1000)), sleeper)
                        .peakInProgress())
                .as("half a second of work counts")
                .isEqualTo(2);
    }

    @Test
    void countsShortTasksOfPoolThread() {
        var inTheProgram =
                new Span(millis(0), millis(35), State.SLEEP, "sleeping", List.of(new Place("Greeter.java", 7)));
        var thenIdle = new Span(millis(35), millis(1000), State.IDLE, "idle");
        assertThat(timeline("t", 1000, thread(List.of(inTheProgram, thenIdle)), thread(List.of(inTheProgram, thenIdle)))
                        .peakInProgress())
                .isEqualTo(2);
        assertThat(timeline(
                                "t",
                                1000,
                                lane(
                                        "thread",
                                        LaneKind.PLATFORM_THREAD,
                                        0,
                                        spans(0, State.RUNNING, 5, State.IDLE, 1000),
                                        mark(3)))
                        .peakInProgress())
                .as("it prints")
                .isEqualTo(1);
    }

    @Test
    void countsRecordedOperationsInsteadOfLanes() {
        var library = new Timeline(
                "t",
                millis(10),
                Ending.DONE,
                List.of(thread(spans(0, State.RUNNING, 10))),
                List.of(
                        new Operation(millis(0), millis(6)),
                        new Operation(millis(4), millis(9)),
                        new Operation(millis(6), millis(10))));

        assertThat(library.peakInProgress()).isEqualTo(2);
    }

    @Test
    void namesRequestsThatTheServerRejects() {
        var withoutLimit = new Timeline(
                "t",
                millis(10),
                Ending.DONE,
                List.of(thread(spans(0, State.RUNNING, 10))),
                List.of(
                        new Operation(millis(0), millis(10)),
                        new Operation(millis(1), millis(2), true),
                        new Operation(millis(1), millis(2), true)));

        assertThat(withoutLimit.concurrency()).isEqualTo("1, 2 rejected");
    }

    private static Lane thread(List<Span> spans) {
        return lane("thread", LaneKind.PLATFORM_THREAD, 0, spans);
    }
}

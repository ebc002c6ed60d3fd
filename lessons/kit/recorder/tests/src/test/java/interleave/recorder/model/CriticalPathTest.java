package interleave.recorder.model;

import static interleave.recorder.model.SampleTimelines.greet;
import static interleave.recorder.model.SampleTimelines.lane;
import static interleave.recorder.model.SampleTimelines.millis;
import static interleave.recorder.model.SampleTimelines.spans;
import static interleave.recorder.model.SampleTimelines.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CriticalPathTest {

    @Test
    void containsAllStepsOfSequentialVersion() {
        assertThat(path(greet().getFirst())).containsExactly("main 0-1000", "main 1000-2000", "main 2000-3000");
    }

    @Test
    void chosenStepsHaveNoCriticalPath() {
        var schedule = timeline("Schedule", 2000, lane("Anna", LaneKind.STEPPED_THREAD, 0, spans(0, State.LOCK, 2000)));

        assertThat(path(schedule)).isEmpty();
    }

    @Test
    void continuesInLaneThatEndsLast() {
        var pool = timeline(
                "Pool",
                3000,
                lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.RESULT, 3000)),
                lane("short", LaneKind.PLATFORM_THREAD, 0, spans(0, State.SLEEP, 1000, State.IDLE, 3000)),
                lane("long", LaneKind.PLATFORM_THREAD, 0, spans(0, State.SLEEP, 3000)));

        assertThat(path(pool)).containsExactly("long 0-3000");
    }

    @Test
    void continuesInLaneThatIsRecordedAsTheWaker() {
        var unknown = timeline(
                "Unknown",
                3000,
                lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.RESULT, 3000)),
                lane("other", LaneKind.PLATFORM_THREAD, 0, spans(0, State.SLEEP, 3000)),
                lane("waker", LaneKind.PLATFORM_THREAD, 0, spans(0, State.SLEEP, 2999, State.RUNNING, 3001)));
        var wake = new Wake(2, 0, millis(3000), millis(3000));
        var recorded = new Timeline(
                "Recorded",
                unknown.duration(),
                unknown.ending(),
                unknown.lanes(),
                List.of(),
                new Scheduling(List.of(), List.of(wake)));

        assertThat(path(unknown)).containsExactly("other 0-3000");
        assertThat(path(recorded)).containsExactly("waker 0-2999", "waker 2999-3000");
    }

    @Test
    void cancelledLaneIsNotTheCauseAlthoughItWakesTheCaller() {
        var interrupted = new Mark(millis(1000), "interrupted", Mark.Kind.FAILED);
        var timeline = new Timeline(
                "Fail fast",
                millis(1000),
                Ending.DONE,
                List.of(
                        lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.RESULT, 1000)),
                        lane("failed", LaneKind.PLATFORM_THREAD, 0, spans(0, State.SLEEP, 1000)),
                        lane("cancelled", LaneKind.PLATFORM_THREAD, 0, spans(0, State.SLEEP, 1000), interrupted)),
                List.of(),
                new Scheduling(List.of(), List.of(new Wake(2, 0, millis(1000), millis(1000)))));

        assertThat(path(timeline)).containsExactly("failed 0-1000");
    }

    @Test
    void continuesFromLoopThreadInTask() {
        var loop = timeline(
                "Loop",
                2000,
                lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.IDLE, 1999, State.RUNNING, 2000)),
                lane("Alice", LaneKind.LOOP_TASK, 0, spans(0, State.SLEEP, 1000)),
                lane("Bob", LaneKind.LOOP_TASK, 0, spans(0, State.SLEEP, 1999)));

        assertThat(path(loop)).containsExactly("Bob 0-1999", "main 1999-2000");
    }

    @Test
    void continuesInLaneThatStartedAnother() {
        var later = timeline(
                "Later",
                3000,
                lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.SLEEP, 1000, State.RESULT, 3000)),
                lane("worker", LaneKind.VIRTUAL_THREAD, 1000, spans(1000, State.IO, 3000)));

        assertThat(path(later)).containsExactly("main 0-1000", "worker 1000-3000");
    }

    @Test
    void ignoresLaneThatIsStillSleeping() {
        var first = timeline(
                "First",
                2001,
                lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.RESULT, 1001, State.SLEEP, 2001)),
                lane("sleeps on", LaneKind.PLATFORM_THREAD, 0, spans(0, State.SLEEP, 2001)),
                lane("done", LaneKind.PLATFORM_THREAD, 0, spans(0, State.SLEEP, 1000)));

        assertThat(path(first)).containsExactly("done 0-1001", "main 1001-2001");
    }

    @Test
    void continuesInLaneThatCompletedResultBeforeSleeping() {
        var timeline = timeline(
                "Completed",
                2001,
                lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.RESULT, 1001, State.SLEEP, 2001)),
                lane("completing", LaneKind.PLATFORM_THREAD, 0, spans(0, State.SLEEP, 1000, State.SLEEP, 3000)));

        assertThat(path(timeline)).containsExactly("completing 0-1001", "main 1001-2001");
    }

    @Test
    void continuesInSlowestJoinedLane() {
        var joined = timeline(
                "Joined",
                2000,
                lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.RESULT, 2000)),
                lane("quick", LaneKind.VIRTUAL_THREAD, 0, spans(0, State.SLEEP, 500)),
                lane("slow", LaneKind.VIRTUAL_THREAD, 0, spans(0, State.SLEEP, 1997)),
                lane("stranger", LaneKind.VIRTUAL_THREAD, 0, spans(0, State.SLEEP, 2001)));

        assertThat(path(joined)).containsExactly("slow 0-2000");
    }

    @Test
    void continuesInOwnerOfLock() {
        var locked = timeline(
                "Locked",
                2000,
                lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.RESULT, 2000)),
                lane("owner", LaneKind.VIRTUAL_THREAD, 0, spans(0, State.SLEEP, 1000)),
                lane("next", LaneKind.VIRTUAL_THREAD, 0, spans(0, State.LOCK, 1000, State.SLEEP, 2000)));

        assertThat(path(locked)).containsExactly("owner 0-1000", "next 1000-2000");
    }

    @Test
    void continuesInPreviousTaskOfPoolThread() {
        var pool = timeline(
                "Two threads",
                2000,
                lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.RESULT, 2000)),
                lane("thread-1", LaneKind.PLATFORM_THREAD, 0, spans(0, State.SLEEP, 1000, State.SLEEP, 2000)),
                lane("thread-2", LaneKind.PLATFORM_THREAD, 0, spans(0, State.SLEEP, 1000, State.IDLE, 2000)));

        assertThat(path(pool)).containsExactly("thread-1 0-1000", "thread-1 1000-2000");
    }

    @Test
    void continuesInLaneThatSubmittedTheTask() {
        var later = timeline(
                "Later",
                3000,
                lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.SLEEP, 2000, State.RESULT, 3000)),
                lane(
                        "thread-1",
                        LaneKind.PLATFORM_THREAD,
                        0,
                        spans(0, State.SLEEP, 1000, State.IDLE, 2000, State.SLEEP, 3000)));

        assertThat(path(later)).containsExactly("main 0-2000", "thread-1 2000-3000");
    }

    @Test
    void containsWaitItselfIfNoOtherLaneCanEndIt() {
        var alone = timeline("Alone", 1000, lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.RESULT, 1000)));

        assertThat(path(alone)).containsExactly("main 0-1000");
    }

    @Test
    void startsInLaneThatLastsLongest() {
        var handed = timeline(
                "Handed on",
                1200,
                lane("first", LaneKind.PLATFORM_THREAD, 0, spans(0, State.SLEEP, 500)),
                lane("last", LaneKind.PLATFORM_THREAD, 500, spans(500, State.SLEEP, 1100)));

        assertThat(path(handed)).containsExactly("first 0-500", "last 500-1100");
    }

    @Test
    void endsForLanesThatWaitForEachOther() {
        var stuck = timeline(
                "Stuck",
                1000,
                lane("a", LaneKind.PLATFORM_THREAD, 0, spans(0, State.RESULT, 1000)),
                lane("b", LaneKind.PLATFORM_THREAD, 0, spans(0, State.RESULT, 1000)));

        assertThat(path(stuck)).containsExactly("a 0-1000");
        assertThat(CriticalPath.of(new Timeline("Empty", millis(5), Ending.DONE, List.of()))
                        .steps())
                .isEmpty();
    }

    private static List<String> path(Timeline timeline) {
        return CriticalPath.of(timeline).steps().stream()
                .map(step -> timeline.lanes().get(step.lane()).name() + " "
                        + step.from().toMillis() + "-" + step.to().toMillis())
                .toList();
    }
}

package interleave.recorder.page;

import interleave.recorder.layout.LibraryThreads;
import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import interleave.recorder.model.Timeline;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the thread of an event loop among the lanes of a version, and its turns. */
final class LoopThread {

    private LoopThread() {}

    static boolean is(Lane lane, Timeline timeline) {
        return lane.kind() == LaneKind.PLATFORM_THREAD
                && !LibraryThreads.includes(lane)
                && lane.spans().stream().anyMatch(span -> span.state() == State.IDLE)
                && hasTasks(lane, timeline.lanes());
    }

    /** The lanes of a loop's tasks directly follow the lane of its thread. The worker of a pool may be idle, too. */
    private static boolean hasTasks(Lane lane, List<Lane> lanes) {
        return IntStream.range(1, lanes.size())
                .anyMatch(next -> lanes.get(next).kind() == LaneKind.LOOP_TASK
                        && lanes.get(next - 1).equals(lane));
    }

    static Stream<Lane> in(Timeline timeline) {
        return timeline.lanes().stream().filter(lane -> is(lane, timeline));
    }

    /** The spans in which it ran callbacks. */
    static List<Span> turns(Lane lane) {
        return lane.spans().stream()
                .filter(span -> span.state() == State.RUNNING)
                .toList();
    }
}

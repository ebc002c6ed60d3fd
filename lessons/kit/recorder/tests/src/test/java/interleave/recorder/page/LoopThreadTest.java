package interleave.recorder.page;

import static interleave.recorder.model.SampleTimelines.lane;
import static interleave.recorder.model.SampleTimelines.spans;
import static interleave.recorder.model.SampleTimelines.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.State;
import org.junit.jupiter.api.Test;

/** Which lane is the thread of an event loop. */
class LoopThreadTest {

    @Test
    void idleWorkerOfPoolIsNotALoop() {
        Lane loop = lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.IDLE, 1000));
        Lane task = lane("Anna", LaneKind.LOOP_TASK, 0, spans(0, State.SLEEP, 1000));
        Lane worker = lane("worker-1", LaneKind.PLATFORM_THREAD, 0, spans(0, State.SLEEP, 500, State.IDLE, 1000));

        assertThat(LoopThread.in(timeline("One", 1000, loop, task, worker))).containsExactly(loop);
    }
}

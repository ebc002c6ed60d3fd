package interleave.recorder.capture;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.capture.Mounts.Mount;
import interleave.recorder.model.State;
import interleave.recorder.stack.Wait;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Concludes from mounts when a virtual thread cannot have run. Times are in milliseconds. */
class MountsTest {

    private static final Wait WHY = new Wait(State.LOCK, "why");

    @Test
    void threadMountedAllTheTimeRan() {
        assertThat(unmounted(1, 9, mount(0, 10))).isEmpty();
    }

    @Test
    void threadWaitsBetweenTwoMounts() {
        assertThat(unmounted(1, 99, mount(0, 10), mount(90, 100))).contains(waited(10, 90));
    }

    @Test
    void uncertainWaitIsOmitted() {
        assertThat(unmounted(51, 99, mount(0, 200), mount(50, 60), mount(90, 100)))
                .as("the thread may have been mounted from 0 to 200")
                .isEmpty();
        assertThat(unmounted(51, 99, mount(52, 200), mount(50, 60), mount(90, 100)))
                .as("the later mount cannot be of this thread")
                .contains(waited(60, 90));
    }

    @Test
    void openMountMeansNoWait() {
        assertThat(unmounted(51, 99, mount(0, 10))).isEmpty();
        assertThat(unmounted(51, 99)).isEmpty();
    }

    private static Optional<TimedWait> unmounted(long from, long to, Mount... mounts) {
        return new Mounts(List.of(mounts)).unmounted(from * 1_000_000, to * 1_000_000, WHY);
    }

    private static Mount mount(long start, long end) {
        return new Mount(start * 1_000_000, end * 1_000_000);
    }

    private static TimedWait waited(long start, long end) {
        return new TimedWait(start * 1_000_000, end * 1_000_000, WHY);
    }
}

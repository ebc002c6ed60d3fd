package blockingtheloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.eventloop.EventLoop;
import interleave.virtualtime.InVirtualTime;
import interleave.virtualtime.Stuck;
import interleave.virtualtime.VirtualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A loop that waits for a future which only the loop itself can complete. */
class FutureOnOwnLoopTest {

    @Test
    void waitsForeverWithoutTimeout() {
        assertThatThrownBy(() -> VirtualTime.run(() -> EventLoop.run(loop -> loop.createTask("caller", () -> {
                    try {
                        return loop.completed(loop.sleep(Duration.ofMillis(1)).get());
                    } catch (Exception failure) {
                        throw new AssertionError(failure);
                    }
                }))))
                .isInstanceOf(Stuck.class)
                .hasMessageContaining("main waits for");
    }

    @Test
    @InVirtualTime
    void timesOutOnTheLoopAndSucceedsOnAnotherThread() throws Exception {
        String onTheLoop = EventLoop.run(loop -> {
            try {
                return loop.completed(BlockingCall.FUTURE.load(loop));
            } catch (Exception failure) {
                throw new AssertionError(failure);
            }
        });
        String onAnotherThread = EventLoop.run(loop -> loop.toThread(() -> BlockingCall.FUTURE.load(loop)));

        assertThat(onTheLoop).isEqualTo("no reply within a second");
        assertThat(onAnotherThread).isEqualTo("replied");
    }
}

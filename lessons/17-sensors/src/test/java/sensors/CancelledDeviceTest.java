package sensors;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.eventloop.EventLoop;
import interleave.virtualtime.InVirtualTime;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** A device on the loop can be stopped. */
@InVirtualTime
class CancelledDeviceTest {

    @Test
    void cancelledDeviceTicksNoMore() throws Exception {
        var metronome = new Metronome(ofMillis(100), ofSeconds(60), MissedTicks.SKIP);
        var device = new Device("compass", metronome, (InstantJob) () -> {});

        Throwable failure = EventLoop.run(loop -> loop.timeout(ofMillis(450), WithEventLoop.ticks(loop, device))
                .handle((ended, timeout) -> timeout)
                .thenCompose(timeout -> loop.sleep(ofSeconds(10)).thenApply(slept -> timeout)));

        assertThat(failure).isInstanceOf(TimeoutException.class);
        assertThat(metronome.lateness().count()).isEqualTo(4);
    }
}

package interleave.recorder.capture;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.capture.Mounts.Mount;
import interleave.recorder.model.Ending;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import interleave.recorder.stack.WaitClassifier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A virtual thread that reads until 20 ms, is not mounted from 30 to 60 ms, and ends at 70 ms. */
class ThreadLanesTest {

    private static final long MILLISECOND = 1_000_000;

    private final Track reader = new Track(7, true);

    @Test
    void unmountedThreadWaitsForMonitor() {
        assertThat(waits()).containsExactly(State.IO, State.LOCK);
    }

    @Test
    void unmountedThreadWaitsForSocketWhenItsChannelWasClosed() {
        reader.closedChannels.add(61 * MILLISECOND);

        assertThat(waits()).containsExactly(State.IO, State.IO);
    }

    @Test
    void channelClosedLaterDoesNotExplainEarlierWait() {
        reader.closedChannels.add(71 * MILLISECOND);

        assertThat(waits()).containsExactly(State.IO, State.LOCK);
    }

    private List<State> waits() {
        reader.start = 10 * MILLISECOND;
        reader.end = 70 * MILLISECOND;
        reader.waits.add(new TimedWait(10 * MILLISECOND, 20 * MILLISECOND, WaitClassifier.SOCKET));
        var mounts = new Mounts(
                List.of(new Mount(20 * MILLISECOND, 30 * MILLISECOND), new Mount(60 * MILLISECOND, 70 * MILLISECOND)));
        var version = new VersionWindow(1, "v", 1, 0, 100 * MILLISECOND, Ending.DONE);
        return new ThreadLanes(version, 100 * MILLISECOND, mounts)
                .lane(reader, "reader").spans().stream()
                        .map(Span::state)
                        .filter(State::isWait)
                        .toList();
    }
}

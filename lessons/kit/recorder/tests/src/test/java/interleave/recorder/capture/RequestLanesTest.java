package interleave.recorder.capture;

import static interleave.recorder.model.SampleTimelines.lane;
import static interleave.recorder.model.SampleTimelines.spans;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.capture.RequestLanes.RecordedRequest;
import interleave.recorder.model.Ending;
import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests get lanes of their own only if no thread or task shows that it waits for them. */
class RequestLanesTest {
    @ParameterizedTest
    @EnumSource(names = {"IO", "SLEEP"})
    void waitOfThreadShowsRequest(State wait) {
        assertThat(requestLanes(wait)).isEmpty();
    }

    @Test
    void requestOfIdleThreadGetsLane() {
        assertThat(requestLanes(State.IDLE)).extracting(Lane::name).containsExactly("request /users/1");
    }

    /** The lanes of a request of one second during which a thread is in this state. */
    private static List<Lane> requestLanes(State state) {
        long second = Duration.ofSeconds(1).toNanos();
        var request = new RecordedRequest(0, second, "/users/1", false);
        return new RequestLanes(new VersionWindow(1, "v", 1, 0, second, Ending.DONE), List.of(request))
                .without(List.of(lane("thread", LaneKind.PLATFORM_THREAD, 0, spans(0, state, 1000))));
    }
}

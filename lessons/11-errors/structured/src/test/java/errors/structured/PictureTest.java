package errors.structured;

import static org.assertj.core.api.Assertions.assertThat;

import errors.Example;
import errors.Fetcher;
import errors.Sequential;
import errors.SimulatedWeb;
import errors.WithEventLoop;
import errors.WithThreadPool;
import errors.WithVirtualThreads;
import interleave.recorder.capture.VirtualTimeTrace;
import interleave.recorder.model.Ending;
import interleave.recorder.model.Timeline;
import interleave.recorder.svg.SvgTimeline;
import interleave.virtualtime.VirtualTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The picture "fail fast" shows all versions on a simulated web, so that its times are exact and the threads of the
 * HTTP client do not appear. {@code main} draws it again.
 */
class PictureTest {
    private static final Path PICTURE = Path.of("../fail-fast.svg");

    @Test
    void pictureMatchesSimulatedVersions() throws Exception {
        assertThat(SvgTimeline.render(timelines())).isEqualTo(Files.readString(PICTURE));
    }

    private static List<Timeline> timelines() throws Exception {
        SimulatedWeb web = Example.simulated();
        return List.of(
                timeline("Sequential", new Sequential(web), web),
                timeline("Thread pool", new WithThreadPool(web, 5), web),
                timeline("Event loop", new WithEventLoop(web), web),
                timeline("Virtual threads", new WithVirtualThreads(web), web),
                timeline("Structured scope", new WithStructuredScope(web), web));
    }

    private static Timeline timeline(String name, Fetcher fetcher, SimulatedWeb web) throws Exception {
        var trace = new VirtualTimeTrace(name, (at, line) -> {});
        new VirtualTime().listener(trace).start(() -> Example.FAIL_FAST.run(fetcher, web.addresses()));
        return trace.timeline(Ending.of(Optional.empty()));
    }

    static void main() throws Exception {
        Files.writeString(PICTURE, SvgTimeline.render(timelines()));
    }
}

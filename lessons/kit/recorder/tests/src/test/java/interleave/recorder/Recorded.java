package interleave.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.capture.RecordingSettings;
import interleave.recorder.capture.TimelineReader;
import interleave.recorder.model.Lane;
import interleave.recorder.model.Mark;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import interleave.recorder.model.Timeline;
import interleave.virtualtime.ThrowingRunnable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jdk.jfr.Recording;

/** Records small programs, and checks invariants of every lane. */
public final class Recorded {

    /** Shared by all tests of the JVM, because starting and stopping a recording is slow. */
    private static final Recording RECORDING = started();

    private static final Recorder RECORDER = new Recorder(RECORDING, Optional.of((version, since, line) -> {}));

    private Recorded() {}

    private static Recording started() {
        Recording recording = RecordingSettings.recording();
        recording.setMaxSize(1); // each dump contains only the events since the previous one
        recording.start();
        return recording;
    }

    public static Timeline timeline(ThrowingRunnable body) throws Exception {
        return timelines(body).getFirst();
    }

    /** Runs the programs one after the other and returns their timelines. */
    public static synchronized List<Timeline> timelines(ThrowingRunnable... programs) throws Exception {
        for (int i = 0; i < programs.length; i++) {
            Outcome outcome = RECORDER.record("version " + (i + 1), programs[i]);
            assertThat(outcome.failure()).isEmpty();
        }
        Path file = Files.createTempFile("recorded", ".jfr");
        try {
            RECORDING.dump(file);
            List<Timeline> timelines = TimelineReader.read(file);
            return checked(timelines.subList(timelines.size() - programs.length, timelines.size()));
        } finally {
            Files.delete(file);
        }
    }

    /** Checks that the spans of each lane have no gaps or overlaps, and lie within the version. */
    public static List<Timeline> checked(List<Timeline> timelines) {
        for (Timeline timeline : timelines) {
            for (Lane lane : timeline.lanes()) {
                Duration covered = lane.start();
                assertThat(covered).isGreaterThanOrEqualTo(Duration.ZERO);
                for (Span span : lane.spans()) {
                    assertThat(span.start()).as("%s in %s", span, lane).isEqualTo(covered);
                    assertThat(span.end()).as("%s in %s", span, lane).isGreaterThan(span.start());
                    covered = span.end();
                }
                assertThat(covered).as("%s", lane).isEqualTo(lane.end());
                assertThat(lane.end()).isLessThanOrEqualTo(timeline.duration());
            }
        }
        return timelines;
    }

    public static Lane lane(Timeline timeline, String name) {
        return timeline.lanes().stream()
                .filter(lane -> lane.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no lane " + name + " in " + timeline));
    }

    public static List<State> waits(Lane lane) {
        return waitSpans(lane).stream().map(Span::state).toList();
    }

    public static List<Span> waitSpans(Lane lane) {
        return lane.spans().stream().filter(span -> span.state().isWait()).toList();
    }

    public static Span only(Lane lane, State state) {
        var spans = lane.spans().stream().filter(span -> span.state() == state).toList();
        assertThat(spans).as("%s of %s", state, lane).hasSize(1);
        return spans.getFirst();
    }

    public static List<String> lines(Lane lane) {
        return lane.marks().stream().map(Mark::line).toList();
    }

    /** Waits until {@code thread} is in {@code state}, so that the order of steps is guaranteed. */
    public static void until(Thread thread, Thread.State state) {
        while (thread.getState() != state) {
            Thread.onSpinWait();
        }
    }
}

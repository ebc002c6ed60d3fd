package interleave.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/** Records small programs, and holds every lane to what must always be true. */
final class Recorded {

    private Recorded() {}

    static Timeline timeline(Body body) throws Exception {
        return timelines(body).getFirst();
    }

    static List<Timeline> timelines(Body... bodies) throws Exception {
        try (Recorder recorder = Recorder.start((version, since, line) -> {})) {
            for (int i = 0; i < bodies.length; i++) {
                Outcome outcome = recorder.record("version " + (i + 1), bodies[i]);
                assertThat(outcome.failure()).isEmpty();
            }
            return checked(recorder.timelines());
        }
    }

    /** Spans cover each lane's life without gap or overlap, within the version. */
    static List<Timeline> checked(List<Timeline> timelines) {
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

    static Lane lane(Timeline timeline, String name) {
        return timeline.lanes().stream()
                .filter(lane -> lane.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no lane " + name + " in " + timeline));
    }

    static List<State> waits(Lane lane) {
        return waitSpans(lane).stream().map(Span::state).toList();
    }

    static List<Span> waitSpans(Lane lane) {
        return lane.spans().stream().filter(span -> span.state().isWait()).toList();
    }

    static Span only(Lane lane, State state) {
        var spans = lane.spans().stream().filter(span -> span.state() == state).toList();
        assertThat(spans).as("%s of %s", state, lane).hasSize(1);
        return spans.getFirst();
    }

    static List<String> lines(Lane lane) {
        return lane.marks().stream().map(Mark::line).toList();
    }

    /** Lets others run until {@code thread} is in {@code state}: an order that is forced, not hoped for. */
    static void until(Thread thread, Thread.State state) {
        while (thread.getState() != state) {
            Thread.onSpinWait();
        }
    }
}

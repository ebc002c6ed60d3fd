package interleave.recorder.layout;

import static interleave.recorder.model.SampleTimelines.lane;
import static interleave.recorder.model.SampleTimelines.mark;
import static interleave.recorder.model.SampleTimelines.millis;
import static interleave.recorder.model.SampleTimelines.spans;
import static interleave.recorder.model.SampleTimelines.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Mark;
import interleave.recorder.model.Place;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which lanes have their own row. */
class LaneGroupsTest {
    private static final Lane OF_A_LIBRARY = thread("selector", spans(0, State.IDLE, 10));

    @Test
    void groupsAllButTheFirstOfManyLanes() {
        Lane[] sleepers = IntStream.range(0, 9)
                .mapToObj(i -> thread("sleeper " + i, spans(0, State.SLEEP, 10)))
                .toArray(Lane[]::new);

        assertThat(rows(sleepers)).containsExactly("sleeper 0", "sleeper 1", "7 more threads");
    }

    @Test
    void groupsLibraryThreadsInLastRow() {
        assertThat(rows(OF_A_LIBRARY, thread("main", spans(0, State.SLEEP, 10)), OF_A_LIBRARY))
                .containsExactly("main", "2 library threads");
    }

    @Test
    void foldsSingleLibraryThread() {
        assertThat(rows(thread("main", spans(0, State.SLEEP, 10)), OF_A_LIBRARY))
                .containsExactly("main", "1 library thread");
    }

    @Test
    void foldsLibraryThreadsThatFailOrRunProgramCode() {
        var callback = new Span(millis(0), millis(10), State.RUNNING, "running", List.of(new Place("Chat.java", 7)));
        Lane failing = lane(
                "HttpClient-1-Worker-2",
                LaneKind.PLATFORM_THREAD,
                0,
                List.of(callback),
                new Mark(millis(3), "failed: java.net.ConnectException", Mark.Kind.FAILED));
        Lane common = thread("ForkJoinPool.commonPool-worker-1", spans(0, State.RUNNING, 10));

        assertThat(rows(
                        thread("main", spans(0, State.RUNNING, 10)),
                        failing,
                        common,
                        thread("Generate Seed", List.of())))
                .containsExactly("main", "3 library threads");
    }

    @Test
    void idleThreadWithDefaultNameIsNotLibraryThread() {
        assertThat(rows(thread("Thread-1", spans(0, State.IDLE, 10)), thread("main", spans(0, State.IDLE, 10))))
                .containsExactly("Thread-1", "main");
    }

    @Test
    void threadOfCommonPoolThatRunsProgramCodeIsNotLibraryThread() {
        var sleeps = new Span(millis(0), millis(10), State.SLEEP, "sleeping", List.of(new Place("Greeting.java", 7)));

        assertThat(rows(thread("ForkJoinPool.commonPool-worker-1", List.of(sleeps))))
                .containsExactly("ForkJoinPool.commonPool-worker-1");
    }

    @Test
    void threadThatRanProgramCodeOrPrintedIsNotLibraryThread() {
        var waits = new Span(millis(0), millis(10), State.IDLE, "idle", List.of(new Place("Chat.java", 7)));
        Lane prints = lane("printer", LaneKind.PLATFORM_THREAD, 0, spans(0, State.IDLE, 10), mark(3));

        assertThat(rows(thread("pool", List.of(waits)), prints, OF_A_LIBRARY, OF_A_LIBRARY))
                .containsExactly("pool", "printer", "2 library threads");
    }

    private static List<String> rows(Lane... lanes) {
        return LaneGroups.of(timeline("t", 10, lanes), 8, 2).stream()
                .map(row -> row.isGroup() ? LaneGroups.label(row) : row.lane().name())
                .toList();
    }

    private static Lane thread(String name, List<Span> spans) {
        return lane(name, LaneKind.PLATFORM_THREAD, 0, spans);
    }
}

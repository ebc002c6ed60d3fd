package interleave.recorder.capture;

import static interleave.recorder.Recorded.lane;
import static interleave.recorder.Recorded.lines;
import static interleave.recorder.Recorded.timeline;
import static interleave.recorder.Recorded.waits;
import static org.assertj.core.api.Assertions.assertThat;

import eventloop.WithEventLoop;
import interleave.eventloop.EventLoop;
import interleave.recorder.Recorded;
import interleave.recorder.Recorder;
import interleave.recorder.model.Ending;
import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Place;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import interleave.recorder.model.ThreadCount;
import interleave.recorder.model.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jdk.jfr.EventType;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks of an event loop have their own lanes. */
class RecordedLoopTest {

    private static final Duration PAUSE = Duration.ofMillis(2);

    @Test
    void threeTasksSleepConcurrentlyOnOneThread() throws Exception {
        Timeline timeline = timeline(() -> EventLoop.run(loop -> loop.gather(List.of("Alice", "Bob", "Charlie").stream()
                .map(name -> loop.createTask(name, () -> {
                    IO.println("Hello, " + name + "!");
                    return loop.sleep(PAUSE).thenRun(() -> IO.println("Goodbye, " + name + "!"));
                }))
                .toList())));

        assertThat(timeline.lanes()).extracting(Lane::name).containsExactly("main", "Alice", "Bob", "Charlie");
        assertThat(timeline.threads()).isEqualTo(new ThreadCount(1, 0));
        assertThat(timeline.peakInProgress()).isEqualTo(3);
        Lane alice = lane(timeline, "Alice");
        assertThat(alice.kind()).isEqualTo(LaneKind.LOOP_TASK);
        assertThat(alice.outlives()).isFalse();
        assertThat(lines(alice)).containsExactly("Hello, Alice!", "Goodbye, Alice!");
        assertThat(alice.spans())
                .extracting(Span::state)
                .containsSubsequence(State.IDLE, State.RUNNING, State.SLEEP, State.RUNNING);
        assertThat(waits(alice)).containsOnlyOnce(State.SLEEP);
        assertThat(lines(lane(timeline, "main"))).isEmpty();
    }

    @Test
    void sleepOfTaskIsAtLineThatStartsIt() throws Exception {
        Timeline timeline = timeline(() -> new WithEventLoop().runBoth(PAUSE.multipliedBy(2), PAUSE));

        Place place =
                Recorded.only(lane(timeline, "Task 1"), State.SLEEP).places().getFirst();
        assertThat(place.file()).isEqualTo("WithEventLoop.java");
        assertThat(lineOf(place)).contains("loop.sleep(work)");
        assertThat(Recorded.only(lane(timeline, "Task 2"), State.SLEEP).places())
                .contains(place);
    }

    @Test
    void waitForOthersIsAtLineOfItsRequest() {
        var places = List.of(new Place("Any.java", 1), new Place("Any.java", 2));
        var gathers = new LoopEvent(
                LoopEvent.Type.REQUEST,
                1,
                1,
                "t",
                105,
                105,
                "interleave.eventloop.futures.Gather",
                places.subList(0, 1));
        var sleeps = new LoopEvent(
                LoopEvent.Type.REQUEST,
                1,
                1,
                "t",
                108,
                108,
                "interleave.eventloop.futures.Sleep",
                places.subList(1, 2));
        var version = new VersionWindow(1, "v", 1, 100, 200, Ending.DONE);
        var lanes = new TaskLanes(
                        version,
                        List.of(
                                new LoopEvent(LoopEvent.Type.TASK, 1, 1, "t", 100, 200),
                                new LoopEvent(LoopEvent.Type.CALLBACK, 1, 1, "t", 101, 110),
                                gathers,
                                sleeps,
                                new LoopEvent(LoopEvent.Type.TIMER, 1, 1, "t", 109, 150)),
                        List.of())
                .lanes(List.of());

        assertThat(lanes.getFirst().spans())
                .filteredOn(span -> span.state() == State.SLEEP)
                .flatExtracting(Span::places)
                .containsExactly(places.get(1));
        assertThat(lanes.getFirst().spans().getLast()).satisfies(span -> {
            assertThat(span.state()).isEqualTo(State.RESULT);
            assertThat(span.places()).containsExactly(places.get(0));
        });
    }

    @Test
    void taskThatWaitsForAnotherThreadIsInProgress() throws Exception {
        Timeline timeline = timeline(() -> {
            Thread main = Thread.currentThread();
            EventLoop.run(loop -> loop.gather(List.of("one", "two").stream()
                    .map(name -> loop.createTask(
                            name,
                            () -> loop.adopt(CompletableFuture.runAsync(
                                            () -> Recorded.until(main, Thread.State.WAITING),
                                            Thread::startVirtualThread))
                                    .thenRun(() -> IO.println(name))))
                    .toList()));
        });

        assertThat(waits(lane(timeline, "one"))).contains(State.IO).doesNotContain(State.RESULT);
        assertThat(lines(lane(timeline, "two"))).containsExactly("two");
        assertThat(timeline.peakInProgress()).isEqualTo(2);
    }

    private static String lineOf(Place place) throws IOException {
        return Files.readAllLines(Path.of("../../03-event-loop/src/main/java/eventloop", place.file()))
                .get(place.line() - 1);
    }

    @Test
    void loopWithNothingReadyIsIdle() throws Exception {
        Timeline timeline = timeline(() -> {
            Thread loopThread = Thread.currentThread();
            EventLoop.run(loop -> {
                var result = new CompletableFuture<String>();
                Thread.ofPlatform().name("other").start(() -> {
                    Recorded.until(loopThread, Thread.State.WAITING);
                    result.complete("from another thread");
                });
                return result;
            });
        });

        assertThat(waits(lane(timeline, "main"))).contains(State.IDLE);
    }

    @Test
    void taskThatWaitsForAnotherTaskIsNotInProgress() throws Exception {
        Timeline timeline = timeline(() -> EventLoop.run(loop -> {
            var first = loop.createTask("first", () -> loop.sleep(PAUSE));
            return loop.createTask("second", () -> first.thenRun(() -> IO.println("after the first")));
        }));

        assertThat(waits(lane(timeline, "second"))).contains(State.RESULT).doesNotContain(State.SLEEP);
        assertThat(timeline.peakInProgress()).isEqualTo(1);
    }

    @Test
    void mainTaskThatDoesMoreThanWaitHasLane() throws Exception {
        Timeline timeline =
                timeline(() -> EventLoop.run(loop -> loop.sleep(PAUSE).thenRun(() -> IO.println("I slept myself"))));

        assertThat(timeline.lanes())
                .extracting(Lane::kind)
                .containsExactly(LaneKind.PLATFORM_THREAD, LaneKind.LOOP_TASK);
        assertThat(lines(timeline.lanes().get(1))).containsExactly("I slept myself");
    }

    @Test
    void callbackThatSleepsBlocksTheLoop() throws Exception {
        Timeline timeline = timeline(() -> EventLoop.run(loop -> loop.createTask("rude", () -> {
            sleepOnTheThread();
            return CompletableFuture.completedFuture("done");
        })));

        assertThat(waits(lane(timeline, "main"))).contains(State.SLEEP);
        assertThat(Recorded.only(lane(timeline, "rude"), State.SLEEP).detail())
                .isEqualTo("sleeping, which blocks the whole loop");
    }

    @Test
    void distinguishesTasksOfTwoLoopsWithEqualNumbers() throws Exception {
        Timeline timeline = timeline(() -> {
            for (String name : List.of("one", "two")) {
                EventLoop.run(loop -> loop.createTask(name, () -> loop.sleep(PAUSE)));
            }
        });

        assertThat(timeline.lanes()).extracting(Lane::name).containsExactly("main", "one", "two");
        assertThat(lane(timeline, "one").end()).isLessThan(lane(timeline, "two").start());
        assertThat(timeline.peakInProgress()).isEqualTo(1);
    }

    @Test
    void recordsTaskThatNeverEnds() throws Exception {
        Timeline timeline = timeline(() -> {
            var loop = new EventLoop(); // not closed, because that would cancel the task
            loop.createTask("forgotten", CompletableFuture::new);
            loop.runUntilComplete(loop.createTask("short", () -> loop.sleep(PAUSE)));
        });

        assertThat(lane(timeline, "forgotten").outlives()).isTrue();
        assertThat(lane(timeline, "forgotten").end()).isEqualTo(timeline.duration());
        assertThat(waits(lane(timeline, "forgotten"))).containsExactly(State.RESULT);
    }

    @Test
    void savedFileDescribesEventsOfTheLoop(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("loop.jfr");
        try (Recorder recorder = Recorder.start((version, since, line) -> {})) {
            recorder.record("loop", () -> new WithEventLoop().runBoth(PAUSE, PAUSE));
            recorder.saveTo(file);
        }

        try (var recording = new RecordingFile(file)) {
            var types = recording.readEventTypes().stream()
                    .filter(type -> type.getName().startsWith("interleave.eventloop."))
                    .toList();
            assertThat(types)
                    .extracting(EventType::getName)
                    .containsExactlyInAnyOrder(
                            "interleave.eventloop.Turn",
                            "interleave.eventloop.Callback",
                            "interleave.eventloop.Ready",
                            "interleave.eventloop.Timer",
                            "interleave.eventloop.Task",
                            "interleave.eventloop.Asked");
            assertThat(types).allSatisfy(type -> {
                assertThat(type.getLabel()).startsWith("Loop ");
                assertThat(type.getDescription()).isNotBlank();
                assertThat(type.getCategoryNames()).containsExactly("Event Loop");
            });
        }
        assertThat(RecordingFile.readAllEvents(file))
                .extracting(event -> event.getEventType().getName())
                .contains(
                        "interleave.eventloop.Turn",
                        "interleave.eventloop.Callback",
                        "interleave.eventloop.Ready",
                        "interleave.eventloop.Timer",
                        "interleave.eventloop.Task",
                        "interleave.eventloop.Asked");
    }

    private static void sleepOnTheThread() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

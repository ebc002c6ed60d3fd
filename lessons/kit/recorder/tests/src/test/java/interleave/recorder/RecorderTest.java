package interleave.recorder;

import static interleave.recorder.Recorded.checked;
import static interleave.recorder.Recorded.lane;
import static interleave.recorder.Recorded.lines;
import static interleave.recorder.Recorded.until;
import static interleave.recorder.Recorded.waits;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.eventloop.EventLoop;
import interleave.recorder.capture.TimelineReader;
import interleave.recorder.model.Ending;
import interleave.recorder.model.Lane;
import interleave.recorder.model.State;
import interleave.recorder.model.ThreadCount;
import interleave.recorder.model.Timeline;
import interleave.recorder.text.Colour;
import interleave.recorder.text.Glyphs;
import interleave.recorder.text.TextTimeline;
import interleave.virtualtime.ThrowingRunnable;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The start and end of versions, and threads and waits that cross them. */
class RecorderTest {

    @ParameterizedTest
    @EnumSource
    void threadThatOutlivesItsVersionIsNotInTheNextOne(ThreadKind kind) throws Exception {
        var latch = new CountDownLatch(1);
        var late = new CompletableFuture<Thread>();
        var timelines = Recorded.timelines(
                () -> {
                    late.complete(kind.start("late", () -> {
                        awaitUninterruptibly(latch);
                        IO.println("too late");
                    }));
                    until(late.join(), Thread.State.WAITING);
                },
                () -> {
                    latch.countDown();
                    late.join().join();
                });

        Lane lane = lane(timelines.getFirst(), "late");
        assertThat(lane.outlives()).isTrue();
        assertThat(lane.end()).isEqualTo(timelines.getFirst().duration());
        assertThat(waits(lane)).containsExactly(State.RESULT);
        assertThat(lines(lane)).containsExactly("too late");
        assertThat(lane.marks().getFirst().at()).isGreaterThan(lane.end());
        assertThat(timelines.get(1).lanes()).extracting(Lane::name).containsExactly("main");
        assertThat(lines(timelines.get(1).lanes().getFirst())).isEmpty();
    }

    @Test
    void rehearsalIsNeitherListedNorHeard() throws Exception {
        var heard = new CopyOnWriteArrayList<String>();
        try (Recorder recorder = Recorder.start((version, since, line) -> heard.add(line))) {
            recorder.rehearse();
            recorder.record("first", () -> IO.println("hello"));

            assertThat(recorder.timelines()).extracting(Timeline::version).containsExactly("first");
            assertThat(recorder.timelines().getFirst().lanes())
                    .extracting(Lane::name)
                    .containsExactly("main");
        }
        assertThat(heard).containsExactly("hello");
    }

    @Test
    void excludesThreadsOfOtherGroupsAndTheirLoopTasks() throws Exception {
        ThreadGroup outside = Thread.currentThread().getThreadGroup();
        Timeline timeline = Recorded.timeline(() -> {
            ThrowingRunnable loop =
                    () -> EventLoop.run(inside -> inside.createTask("a visit", () -> inside.sleep(ofMillis(1))));
            Thread world = new Thread(outside, () -> run(loop), "world");
            Thread own = new Thread(() -> run(loop), "own");
            world.start();
            own.start();
            world.join();
            own.join();
        });

        assertThat(timeline.lanes()).extracting(Lane::name).containsExactlyInAnyOrder("main", "own", "a visit");
        assertThat(timeline.threads()).isEqualTo(new ThreadCount(2, 0));
        assertThat(timeline.peakInProgress()).isEqualTo(1);
    }

    private static void run(ThrowingRunnable body) {
        try {
            body.run();
        } catch (Throwable failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void recordsWaitThatHasNotEnded() throws Exception {
        var latch = new CountDownLatch(1);
        Timeline timeline = Recorded.timeline(() -> {
            Thread late = ThreadKind.PLATFORM.start("late", () -> awaitUninterruptibly(latch));
            until(late, Thread.State.WAITING);
        });
        latch.countDown();

        assertThat(lane(timeline, "late").outlives()).isTrue();
        assertThat(waits(lane(timeline, "late"))).containsExactly(State.RESULT);
    }

    @Test
    void recordsVersionThatThrows() throws Exception {
        var out = System.out;
        var failure = new AssertionError("on purpose");
        try (Recorder recorder = Recorder.start((version, since, line) -> {})) {
            Outcome outcome = recorder.record("throws", () -> {
                IO.println("before");
                throw failure;
            });

            assertThat(outcome.failure()).containsSame(failure);
            assertThat(System.out).isSameAs(out);
            Timeline timeline = checked(recorder.timelines()).getFirst();
            assertThat(timeline.ending()).isEqualTo(Ending.FAILED);
            assertThat(lines(lane(timeline, "main"))).containsExactly("before");
        }
    }

    @Test
    void versionThatHandlesTheInterruptIsStopped() throws Exception {
        var begun = new CountDownLatch(1);
        try (Recorder recorder = Recorder.start((version, since, line) -> {})) {
            var hasEnded = CompletableFuture.supplyAsync(() -> {
                awaitUninterruptibly(begun);
                return interrupt(recorder);
            });
            Outcome outcome = recorder.record("serves", () -> {
                begun.countDown();
                try {
                    Thread.sleep(3_600_000);
                } catch (InterruptedException ctrlC) {
                    IO.println("closed");
                }
            });

            assertThat(hasEnded.join()).isTrue();
            assertThat(outcome.failure()).isEmpty();
            assertThat(recorder.timelines().getFirst().ending()).isEqualTo(Ending.STOPPED);
        }
    }

    @Test
    void interruptEndsVersionAndKeepsItsSleep() throws Exception {
        var begun = new CountDownLatch(1);
        try (Recorder recorder = Recorder.start((version, since, line) -> {})) {
            var hasEnded = CompletableFuture.supplyAsync(() -> {
                awaitUninterruptibly(begun);
                return interrupt(recorder);
            });
            Outcome outcome = recorder.record("sleeps long", () -> {
                begun.countDown();
                Thread.sleep(3_600_000);
            });

            assertThat(hasEnded.join()).isTrue();

            assertThat(outcome.failure()).containsInstanceOf(InterruptedException.class);
            assertThat(recorder.timelines().getFirst().ending()).isEqualTo(Ending.STOPPED);
            assertThat(waits(lane(checked(recorder.timelines()).getFirst(), "main")))
                    .endsWith(State.SLEEP);
        }
    }

    @Test
    void interruptReportsVersionThatContinues() throws Exception {
        var begun = new CountDownLatch(1);
        var permits = new Semaphore(0);
        try (Recorder recorder = Recorder.start((version, since, line) -> {})) {
            Thread records = ThreadKind.PLATFORM.start(
                    "records",
                    () -> record(recorder, () -> {
                        begun.countDown();
                        permits.acquireUninterruptibly();
                    }));
            begun.await();

            assertThat(recorder.interrupt()).isFalse();
            permits.release();
            records.join();
            assertThat(recorder.interrupt()).isTrue();
        }
    }

    @Test
    void runningVersionHasTimelineUntilNow() throws Exception {
        var latch = new CountDownLatch(1);
        var main = new CompletableFuture<Thread>();
        try (Recorder recorder = Recorder.start((version, since, line) -> {})) {
            Thread records = ThreadKind.PLATFORM.start(
                    "records",
                    () -> record(recorder, () -> {
                        IO.println("so far");
                        main.complete(Thread.currentThread());
                        awaitUninterruptibly(latch);
                    }));
            until(main.join(), Thread.State.WAITING);
            Timeline timeline = checked(recorder.timelines()).getFirst();
            latch.countDown();
            records.join();

            assertThat(timeline.finished()).isFalse();
            assertThat(lines(lane(timeline, "main"))).containsExactly("so far");
            assertThat(waits(lane(timeline, "main"))).containsExactly(State.RESULT);
            assertThat(TextTimeline.render(List.of(timeline), 80, Glyphs.ASCII, Colour.NONE))
                    .contains("so far");
        }
    }

    @Test
    void savedFileGivesSameTimelines(@TempDir Path folder) throws Exception {
        try (Recorder recorder = Recorder.start((version, since, line) -> {})) {
            recorder.record("one", () -> IO.println("first"));
            recorder.record("two", () -> IO.println("second"));
            recorder.saveTo(folder.resolve("both.jfr"));

            assertThat(TimelineReader.read(folder.resolve("both.jfr")))
                    .isEqualTo(recorder.timelines())
                    .extracting(Timeline::version)
                    .containsExactly("one", "two");
        }
    }

    @Test
    void commonPoolThreadsAppearInEachVersionThatUsesThem() throws Exception {
        ThrowingRunnable body = () ->
                CompletableFuture.runAsync(() -> IO.println("from the pool")).join();
        var timelines = Recorded.timelines(body, () -> {}, body);

        assertThat(timelines)
                .extracting(timeline ->
                        timeline.lanes().stream().anyMatch(lane -> lines(lane).contains("from the pool")))
                .containsExactly(true, false, true);
    }

    @Test
    void rejectsSecondVersionAndVersionAfterTheEnd() throws Exception {
        try (Recorder recorder = Recorder.start((version, since, line) -> {})) {
            Outcome outcome = recorder.record("outer", () -> recorder.record("inner", () -> {}));
            assertThat(outcome.failure()).containsInstanceOf(IllegalStateException.class);
            recorder.timelines();
            assertThatThrownBy(() -> recorder.record("late", () -> {})).hasMessageContaining("the recording has ended");
        }
    }

    private static void record(Recorder recorder, ThrowingRunnable body) {
        try {
            assertThat(recorder.record("half-run", body).failure()).isEmpty();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static boolean interrupt(Recorder recorder) {
        try {
            return recorder.interrupt();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

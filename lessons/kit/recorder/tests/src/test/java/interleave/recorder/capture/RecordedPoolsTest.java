package interleave.recorder.capture;

import static interleave.recorder.Recorded.lane;
import static interleave.recorder.Recorded.timeline;
import static interleave.recorder.Recorded.until;
import static interleave.recorder.Recorded.waits;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.Recorded;
import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.State;
import interleave.recorder.model.ThreadCount;
import interleave.recorder.model.Timeline;
import interleave.recorder.text.Colour;
import interleave.recorder.text.Glyphs;
import interleave.recorder.text.TextTimeline;
import interleave.virtualtime.ThrowingRunnable;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** A small pool for several tasks, and one virtual thread for each of many tasks. */
class RecordedPoolsTest {

    @Test
    void recordsPoolOfTwoForThreeTasks() throws Exception {
        Timeline timeline = timeline(() -> {
            var gate = new Semaphore(0);
            Thread main = Thread.currentThread();
            try (var pool = Executors.newFixedThreadPool(2)) {
                var first = pool.submit(printing("first", gate::acquire));
                var second = pool.submit(printing("second", () -> {
                    while (!gate.hasQueuedThreads()) {
                        Thread.onSpinWait();
                    }
                }));
                var third = pool.submit(printing("third", () -> {
                    until(main, Thread.State.WAITING);
                    gate.release();
                }));
                assertThat(List.of(first.get(), second.get(), third.get())).containsExactly("first", "second", "third");
            }
        });

        assertThat(timeline.threads()).isEqualTo(new ThreadCount(3, 0));
        assertThat(timeline.lanes())
                .as("only the first task waits for a permit")
                .filteredOn(lane -> waits(lane).contains(State.OTHER))
                .extracting(Recorded::lines)
                .containsExactly(List.of("first"));
        assertThat(timeline.lanes())
                .extracting(Recorded::lines)
                .containsExactlyInAnyOrder(List.of(), List.of("first"), List.of("second", "third"));
        assertThat(waits(lane(timeline, "main"))).containsOnly(State.RESULT);
        assertThat(timeline.lanes()).extracting(Lane::outlives).containsOnly(false);
    }

    @Test
    void recordsThousandVirtualThreads() throws Exception {
        Timeline timeline = timeline(() -> {
            var arrived = new CountDownLatch(1000);
            var gate = new Semaphore(0);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 1000; i++) {
                    threads.execute(() -> {
                        arrived.countDown();
                        gate.acquireUninterruptibly();
                    });
                }
                arrived.await();
                gate.release(1000);
            }
        });

        assertThat(timeline.threads()).isEqualTo(new ThreadCount(1, 1000));
        assertThat(timeline.lanes())
                .as("most wait for a permit, unless it was released before they asked for it")
                .filteredOn(lane -> lane.kind() == LaneKind.VIRTUAL_THREAD)
                .anySatisfy(lane -> assertThat(waits(lane)).contains(State.OTHER));
        assertThat(timeline.lanes())
                .as("there is no lock")
                .allSatisfy(lane -> assertThat(waits(lane)).doesNotContain(State.LOCK));
        assertThat(timeline.lanes()).extracting(Lane::name).contains("virtual-1", "virtual-1000");
        String text = TextTimeline.render(List.of(timeline), 80, Glyphs.UNICODE, Colour.NONE);
        assertThat(text.lines()).hasSizeLessThanOrEqualTo(10);
        assertThat(text).contains("997 more virtual threads");
    }

    private static Callable<String> printing(String line, ThrowingRunnable then) {
        return () -> {
            IO.println(line);
            try {
                then.run();
            } catch (Throwable failed) {
                throw new IllegalStateException(failed);
            }
            return line;
        };
    }
}

package limits;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.eventloop.AsyncSemaphore;
import interleave.eventloop.EventLoop;
import interleave.recorder.capture.VirtualTimeTrace;
import interleave.recorder.model.Ending;
import interleave.recorder.model.Lane;
import interleave.recorder.model.Queued;
import interleave.recorder.model.Timeline;
import interleave.virtualtime.ThrowingRunnable;
import interleave.virtualtime.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** The picture of a run in virtual time shows which lane woke which, and the ready queue of a loop. */
class RecordedWakesTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** The timers of all three are due in the same turn, which adds their callbacks to the queue at once. */
    @Test
    void callbacksOfDueTimersAreInReadyQueue() throws Exception {
        Timeline timeline = inVirtualTime(() -> EventLoop.run(RecordedWakesTest::threeSleepers));

        List<Queued> due = timeline.scheduling().queued().stream()
                .filter(each ->
                        each.from().compareTo(SECOND) >= 0 && !each.name().equals("main"))
                .toList();
        assertThat(due).extracting(Queued::name).startsWith("Alice", "Bob", "Charlie");
        assertThat(due.getFirst().to())
                .as("Alice runs when the others are in the queue")
                .isGreaterThan(due.get(2).from())
                .isLessThan(due.get(1).to());
        assertThat(due.get(1).to()).isLessThan(due.get(2).to());
    }

    @Test
    void threadThatReleasesPermitWakesTheNextOne() throws Exception {
        Timeline timeline = inVirtualTime(() -> {
            var permits = new Semaphore(1, true);
            var threads = new ArrayList<Thread>();
            for (String name : List.of("Alice", "Bob", "Charlie")) {
                threads.add(Thread.ofPlatform().name(name).start(() -> {
                    permits.acquireUninterruptibly();
                    sleep();
                    permits.release();
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        });

        assertThat(wakes(timeline)).containsSubsequence("Alice wakes Bob", "Bob wakes Charlie", "Charlie wakes main");
        assertThat(timeline.scheduling().wakes().getFirst().to()).isBetween(SECOND, SECOND.plusNanos(100));
    }

    @Test
    void taskThatReleasesPermitWakesTheNextOne() throws Exception {
        Timeline timeline = inVirtualTime(() -> EventLoop.run(loop -> {
            var permits = new AsyncSemaphore(loop, 1);
            return loop.gather(List.of("Alice", "Bob", "Charlie").stream()
                    .map(name -> loop.createTask(name, () -> permits.withPermit(() -> loop.sleep(SECOND))))
                    .toList());
        }));

        assertThat(wakes(timeline)).containsSubsequence("Alice wakes Bob", "Bob wakes Charlie");
    }

    private static CompletableFuture<?> threeSleepers(EventLoop loop) {
        return loop.gather(List.of("Alice", "Bob", "Charlie").stream()
                .map(name -> loop.createTask(name, () -> loop.sleep(SECOND)))
                .toList());
    }

    private static List<String> wakes(Timeline timeline) {
        List<Lane> lanes = timeline.lanes();
        return timeline.scheduling().wakes().stream()
                .map(wake -> lanes.get(wake.waker()).name() + " wakes "
                        + lanes.get(wake.woken()).name())
                .toList();
    }

    private static Timeline inVirtualTime(ThrowingRunnable program) throws Exception {
        var trace = new VirtualTimeTrace("version", (at, line) -> {});
        new VirtualTime().listener(trace).start(program);
        return trace.timeline(Ending.DONE);
    }

    private static void sleep() {
        try {
            Thread.sleep(SECOND);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

package interleave.recorder.capture;

import static interleave.recorder.Recorded.lane;
import static interleave.recorder.Recorded.timeline;
import static interleave.recorder.Recorded.until;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.eventloop.AsyncSemaphore;
import interleave.eventloop.EventLoop;
import interleave.recorder.model.Lane;
import interleave.recorder.model.Queued;
import interleave.recorder.model.Span;
import interleave.recorder.model.Timeline;
import interleave.virtualtime.ThrowingRunnable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The ready queue of a loop, and which lane woke which. */
@Timeout(120)
class RecordedQueuesTest {

    private static final Duration PAUSE = Duration.ofMillis(2);

    @Test
    void createdTasksAreInReadyQueueUntilTheyRun() throws Exception {
        Timeline timeline = timeline(() -> EventLoop.run(RecordedQueuesTest::threeSleepers));

        assertThat(queueOnceFull(timeline)).containsExactly("Alice", "Bob", "Charlie");
    }

    @Test
    void taskThatReleasesPermitWakesTheNextOne() throws Exception {
        ThrowingRunnable program = () -> EventLoop.run(loop -> {
            var permits = new AsyncSemaphore(loop, 1);
            return loop.gather(List.of("Alice", "Bob", "Charlie").stream()
                    .map(name -> loop.createTask(name, () -> permits.withPermit(() -> loop.sleep(PAUSE))))
                    .toList());
        });

        Timeline timeline = timeline(program);
        assertThat(wakes(timeline)).containsSubsequence("Alice wakes Bob", "Bob wakes Charlie");
        assertThat(lane(timeline, "Bob").spans())
                .extracting(Span::detail)
                .contains("waiting in a queue")
                .noneMatch(detail -> detail.contains("blocks the whole loop"));
    }

    @Test
    void notifyingThreadWakesTheOneThatWaits() throws Exception {
        var monitor = new Object();
        Timeline timeline = timeline(() -> {
            Thread waiter = Thread.ofPlatform().name("waiter").start(() -> {
                synchronized (monitor) {
                    waitFor(monitor);
                }
            });
            until(waiter, Thread.State.WAITING);
            synchronized (monitor) {
                monitor.notifyAll();
            }
            waiter.join();
        });

        assertThat(wakes(timeline)).contains("main wakes waiter");
    }

    private static CompletableFuture<?> threeSleepers(EventLoop loop) {
        return loop.gather(List.of("Alice", "Bob", "Charlie").stream()
                .map(name -> loop.createTask(name, () -> loop.sleep(PAUSE)))
                .toList());
    }

    /** The names of the callbacks in the queue when the third one has entered it. */
    private static List<String> queueOnceFull(Timeline timeline) {
        List<Queued> queued = timeline.scheduling().queued().stream()
                .filter(each -> !each.name().equals("main"))
                .toList();
        Duration full = queued.get(2).from();
        return queued.stream()
                .filter(each -> each.from().compareTo(full) <= 0 && each.to().compareTo(full) > 0)
                .map(Queued::name)
                .toList();
    }

    private static List<String> wakes(Timeline timeline) {
        List<Lane> lanes = timeline.lanes();
        return timeline.scheduling().wakes().stream()
                .map(wake -> lanes.get(wake.waker()).name() + " wakes "
                        + lanes.get(wake.woken()).name())
                .toList();
    }

    private static void waitFor(Object monitor) {
        try {
            monitor.wait();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

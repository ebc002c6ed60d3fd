package interleave.course.running;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.capture.VirtualTimeTrace;
import interleave.recorder.model.Ending;
import interleave.recorder.model.Queued;
import interleave.recorder.model.Queued.QueueKind;
import interleave.virtualtime.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class QueueInVirtualTimeTest {
    private static final Duration WORK = Duration.ofSeconds(1);

    @Test
    void tasksOfAPoolStayInItsQueueUntilAThreadIsFree() throws Exception {
        List<Queued> queued = queued(2, 5);

        assertThat(queued).extracting(Queued::kind).containsOnly(QueueKind.POOL);
        assertThat(queued)
                .extracting(each -> Math.round(each.to().minus(each.from()).toNanos() / 1e9))
                .containsExactly(0L, 0L, 1L, 1L, 2L);
    }

    /** The queue of a version with several pools is not shown, because it is not known which pool a task was for. */
    @Test
    void recordsNoQueueIfThereAreTwoPools() throws Exception {
        var trace = new VirtualTimeTrace("Two pools", (at, line) -> {});
        new VirtualTime().listener(trace).start(() -> {
            sleepInPool(1, 2);
            sleepInPool(1, 2);
        });

        assertThat(trace.timeline(Ending.DONE).scheduling().queued()).isEmpty();
    }

    private static List<Queued> queued(int threads, int tasks) throws Exception {
        var trace = new VirtualTimeTrace("Pool", (at, line) -> {});
        new VirtualTime().listener(trace).start(() -> sleepInPool(threads, tasks));
        return trace.timeline(Ending.DONE).scheduling().queued();
    }

    private static void sleepInPool(int threads, int tasks) {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < tasks; i++) {
                pool.execute(QueueInVirtualTimeTest::work);
            }
        }
    }

    private static void work() {
        try {
            Thread.sleep(WORK);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

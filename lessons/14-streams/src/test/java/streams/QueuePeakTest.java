package streams;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.VirtualTime;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The peak of a bounded queue is exactly its capacity; that of an unbounded one grows with the number of lines. */
class QueuePeakTest {

    private static final int LINES = 40;
    private static final int SCHEDULES = 50;

    /** A queue that records its largest size. */
    private static final class PeakQueue extends LinkedBlockingQueue<Optional<String>> {
        private int peak;

        PeakQueue(int capacity) {
            super(capacity);
        }

        @Override
        public void put(Optional<String> line) throws InterruptedException {
            super.put(line);
            synchronized (this) {
                peak = Math.max(peak, size());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 16})
    void peakOfBlockingQueueIsItsCapacity(int capacity) throws Exception {
        var queue = new PeakQueue(capacity);

        VirtualTime.run(() -> peakBacklog(new QueueBetweenThreads(queue), LINES));

        assertThat(queue.peak).isEqualTo(capacity);
    }

    /** One line more: the reader holds it, and waits for a free place. */
    @ParameterizedTest
    @EnumSource(names = {"VIRTUAL_THREADS", "FLOW", "EVENT_LOOP"})
    void backlogIsCapacityAndOneLine(Versions version) throws Exception {
        for (int capacity : new int[] {1, 2, 5, 16}) {
            VirtualTime.run(
                    () -> assertThat(peakBacklog(version.with(capacity), LINES)).isEqualTo(capacity + 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void backlogNeverExceedsItUnderEverySchedule(Versions version) {
        VirtualTime.explore(
                SCHEDULES, () -> assertThat(peakBacklog(version.with(2), LINES)).isLessThanOrEqualTo(3));
    }

    @ParameterizedTest
    @CsvSource({"10, 6", "20, 12", "40, 24", "200, 120"})
    void unboundedQueueGrowsWithTheLines(int lines, int peak) throws Exception {
        VirtualTime.run(
                () -> assertThat(peakBacklog(new UnboundedQueue(), lines)).isEqualTo(peak));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 40})
    void listContainsAllLines(int lines) throws Exception {
        VirtualTime.run(
                () -> assertThat(peakBacklog(new AllLinesFirst(), lines)).isEqualTo(lines));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 40})
    void sequentialHasOneLine(int lines) throws Exception {
        VirtualTime.run(() -> assertThat(peakBacklog(new Sequential(), lines)).isEqualTo(1));
    }

    private static int peakBacklog(LineProcessor version, int lines) throws Exception {
        var backlog = new Backlog();
        version.process(
                new SimulatedSource(ofMillis(100), lines, 0, backlog),
                new SlowHandler(ofMillis(250), Integer.MAX_VALUE, backlog));
        return backlog.peak();
    }
}

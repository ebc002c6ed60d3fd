package interleave.eventloop.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.eventloop.futures.Sleep;
import interleave.eventloop.observation.Owner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimerQueueTest {
    private final Scheduler loop = new Scheduler("a test");
    private final TimerQueue queue = loop.timers();
    private final Map<Timer, Long> deadlines = new HashMap<>();

    @Test
    void yieldsTimersByDeadlineAlsoAfterCancellations() {
        var random = new Random(7);
        var expected = new ArrayList<Timer>();
        for (int i = 0; i < 10_000; i++) {
            expected.add(add(random.nextInt(1_000)));
        }
        for (int i = 0; i < 5_000; i++) {
            expected.remove(random.nextInt(expected.size())).cancel(false);
        }
        expected.sort(Comparator.comparingLong(deadlines::get)); // a stable sort: first come, first served

        assertThat(drained()).containsExactlyElementsOf(expected);
    }

    @Test
    void comparesDeadlinesAcrossClockOverflow() {
        Timer afterwards = add(Long.MIN_VALUE + 5);
        Timer before = add(Long.MAX_VALUE - 5);

        assertThat(drained()).containsExactly(before, afterwards);
    }

    @Test
    void timersWithEqualDeadlinesKeepTheirOrder() {
        List<Timer> inOrder = List.of(add(5), add(5), add(5), add(5));

        assertThat(drained()).containsExactlyElementsOf(inOrder);
    }

    @Test
    void evictsCancelledTimersEventuallyAndKeepsTheOthers() {
        Timer first = add(1);
        var staying = new ArrayList<Timer>(List.of(first));
        for (int i = 0; i < 1_000; i++) {
            add(2 + i).cancel(false);
            if (i % 100 == 0) {
                staying.add(add(2 + i));
            }
        }

        assertThat(drained()).containsExactlyElementsOf(staying);
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void isEmptyWhenAllTimersAreCancelled() {
        List.of(add(3), add(1), add(2)).forEach(timer -> timer.cancel(false));

        assertThat(queue.isEmpty()).isTrue();
    }

    private Timer add(long deadline) {
        var timer = new Sleep(loop, Owner.NONE, 0);
        deadlines.put(timer, deadline);
        queue.add(deadline, timer);
        return timer;
    }

    private List<Timer> drained() {
        var timers = new ArrayList<Timer>();
        while (!queue.isEmpty()) {
            timers.add(queue.takeFirst());
        }
        return timers;
    }
}

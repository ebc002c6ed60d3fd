package interleave.eventloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimerQueueTest {
    private final EventLoop loop = new EventLoop();
    private final TimerQueue queue = loop.timers;

    @Test
    void yieldsByDeadlineAlsoWhenSleepsLeaveFromTheMiddle() {
        var random = new Random(7);
        var expected = new ArrayList<Sleep>();
        for (int i = 0; i < 10_000; i++) {
            expected.add(add(random.nextInt(1_000)));
        }
        for (int i = 0; i < 5_000; i++) {
            expected.remove(random.nextInt(expected.size())).cancel(false);
        }
        expected.sort(Comparator.comparingLong(sleep -> sleep.deadline)); // a stable sort: first come, first served

        assertThat(drained()).containsExactlyElementsOf(expected);
    }

    @Test
    void comparesDeadlinesAcrossTheOverflowOfTheClock() {
        Sleep afterwards = add(Long.MIN_VALUE + 5);
        Sleep before = add(Long.MAX_VALUE - 5);

        assertThat(drained()).containsExactly(before, afterwards);
    }

    @Test
    void sleepsWithOneDeadlineKeepTheirOrder() {
        List<Sleep> inOrder = List.of(add(5), add(5), add(5), add(5));

        assertThat(drained()).containsExactlyElementsOf(inOrder);
    }

    @Test
    void whoLeavesIsForgottenSoonerOrLaterAndWhoStaysIsNot() {
        Sleep first = add(1);
        var staying = new ArrayList<Sleep>(List.of(first));
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
    void whenAllHaveLeftTheQueueIsEmpty() {
        List.of(add(3), add(1), add(2)).forEach(sleep -> sleep.cancel(false));

        assertThat(queue.isEmpty()).isTrue();
    }

    private Sleep add(long deadline) {
        var sleep = new Sleep(loop, Task.NONE, deadline);
        queue.add(sleep);
        return sleep;
    }

    private List<Sleep> drained() {
        var sleeps = new ArrayList<Sleep>();
        while (!queue.isEmpty()) {
            sleeps.add(queue.takeFirst());
        }
        return sleeps;
    }
}

package claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import interleave.virtualtime.ScheduleFailure;
import interleave.virtualtime.ThrowingRunnable;
import interleave.virtualtime.VirtualTime;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ExploreTest {
    private static final int SEEDS = 1000;

    @Test
    void findsLostUpdateAndShowsItsSteps() {
        var failure = catchThrowableOfType(
                ScheduleFailure.class,
                () -> VirtualTime.explore(SEEDS, () -> {
                    var counter = new Counter();
                    inTwoThreads(counter::increment);
                    assertThat(counter.count).isEqualTo(2);
                }));

        assertThat(failure.getMessage().split("read count -> 0", -1))
                .as("both read 0")
                .hasSize(3);
        assertThat(failure.getMessage().split("write count := 1", -1))
                .as("both write 1")
                .hasSize(3);
        assertThat(failure).hasMessageContaining("first").hasMessageContaining("second");
    }

    @Test
    void findsCheckThenActRace() {
        assertThatThrownBy(() -> VirtualTime.explore(SEEDS, () -> {
                    Map<String, Integer> stock = new HashMap<>(Map.of("apple", 1));
                    var sold = new AtomicInteger();
                    inTwoThreads(() -> {
                        if (stock.get("apple") > 0) {
                            stock.merge("apple", -1, Integer::sum);
                            sold.incrementAndGet();
                        }
                    });
                    assertThat(sold.get()).isEqualTo(1);
                }))
                .isInstanceOf(ScheduleFailure.class)
                .hasMessageContaining("Map.get");
    }

    @Test
    void findsDeadlockOfTwoMonitors() {
        var fork = new Object();
        var knife = new Object();

        assertThatThrownBy(() -> VirtualTime.explore(SEEDS, () -> {
                    var other = Thread.ofPlatform().name("second").start(() -> enterBoth(knife, fork));
                    enterBoth(fork, knife);
                    other.join();
                }))
                .isInstanceOf(ScheduleFailure.class)
                .hasMessageContaining("Cycle: main waits for second waits for main");
    }

    @Test
    void findsMissedSignal() {
        assertThatThrownBy(() -> VirtualTime.explore(SEEDS, () -> {
                    var bell = new Bell();
                    var ringer = Thread.startVirtualThread(bell::ring);
                    bell.await();
                    ringer.join();
                }))
                .isInstanceOf(ScheduleFailure.class)
                .hasMessageContaining("waits to be notified on");
    }

    @Test
    void findsRaceBetweenCallsOfSynchronizedMethods() {
        assertThatThrownBy(() -> VirtualTime.explore(SEEDS, () -> {
                    var switched = new Switch();
                    var other = Thread.ofPlatform().name("second").start(() -> {
                        switched.set(1);
                        switched.set(0);
                    });
                    assertThat(switched.get()).isZero();
                    other.join();
                }))
                .isInstanceOf(ScheduleFailure.class)
                .hasMessageContaining("ExploreTest.get");
    }

    @Test
    void findsRaceBetweenInheritedSynchronizedMethods() {
        assertThatThrownBy(() -> VirtualTime.explore(SEEDS, () -> {
                    var switched = new TwiceSwitched();
                    var other = Thread.ofPlatform().name("second").start(switched::both);
                    assertThat(switched.get()).isZero();
                    other.join();
                }))
                .isInstanceOf(ScheduleFailure.class);
    }

    @Test
    void acceptsSynchronizedCounter() {
        assertThatCode(() -> VirtualTime.explore(100, () -> {
                    var counter = new Counter();
                    inTwoThreads(() -> {
                        synchronized (counter) {
                            counter.increment();
                        }
                    });
                    assertThat(counter.count).isEqualTo(2);
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void seedReplaysFailure() {
        ThrowingRunnable race = () -> {
            var counter = new Counter();
            inTwoThreads(counter::increment);
            assertThat(counter.count).isEqualTo(2);
        };
        var failure = catchThrowableOfType(ScheduleFailure.class, () -> VirtualTime.explore(SEEDS, race));

        assertThatThrownBy(() -> new VirtualTime().seed(failure.seed()).start(race))
                .isInstanceOf(AssertionError.class)
                .hasMessage(failure.getCause().getMessage());
    }

    private static void inTwoThreads(Runnable body) throws InterruptedException {
        var first = Thread.ofPlatform().name("first").start(body);
        var second = Thread.ofPlatform().name("second").start(body);
        first.join();
        second.join();
    }

    private static void enterBoth(Object first, Object second) {
        synchronized (first) {
            synchronized (second) {
                IO.println("eats");
            }
        }
    }

    private static final class Counter {
        private int count;

        void increment() {
            count++;
        }
    }

    /** Its methods are atomic, but two calls are not. */
    private static class Switch {
        private int value;

        synchronized void set(int to) {
            value = to;
        }

        synchronized int get() {
            return value;
        }
    }

    private static final class TwiceSwitched extends Switch {
        void both() {
            super.set(1);
            super.set(0);
        }
    }

    /** Notifies once, even if no thread is waiting. */
    private static final class Bell {
        private final Object monitor = new Object();

        void ring() {
            synchronized (monitor) {
                monitor.notifyAll();
            }
        }

        @SuppressWarnings("WaitNotInLoop") // the bug that the test finds
        void await() throws InterruptedException {
            synchronized (monitor) {
                monitor.wait();
            }
        }
    }
}

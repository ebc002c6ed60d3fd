package interleave.eventloop.scheduling;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.eventloop.EventLoop;
import interleave.virtualtime.VirtualTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Two producers and one consumer, in a thousand schedules: no callback and no wake-up is lost. */
class ArrivalsTest {
    private static final int SCHEDULES = 1_000;

    @Test
    void losesNoCallbackAndKeepsTheOrderOfEachProducer() {
        VirtualTime.explore(SCHEDULES, () -> {
            var arrivals = new Arrivals();
            var seen = new ArrayList<String>();
            var first = Thread.ofPlatform().name("first").start(() -> addThree(arrivals, "first", seen));
            var second = Thread.ofPlatform().name("second").start(() -> addThree(arrivals, "second", seen));

            takeUntil(arrivals, seen, 2); // while the producers are still adding
            first.join();
            second.join();
            takeUntil(arrivals, seen, 6);

            assertThat(seen)
                    .hasSize(6)
                    .containsSubsequence("first 1", "first 2", "first 3")
                    .containsSubsequence("second 1", "second 2", "second 3");
        });
    }

    /** A lost wake-up would park the consumer forever. Virtual time reports this deadlock at once. */
    @Test
    void losesNoWakeUp() {
        VirtualTime.explore(SCHEDULES, () -> {
            var arrivals = new Arrivals();
            var seen = new ArrayList<String>();
            Thread consumer = Thread.currentThread();
            for (String producer : List.of("first", "second")) {
                Thread.ofPlatform().name(producer).start(() -> addAndWake(arrivals, producer, seen, consumer));
            }

            while (seen.size() < 2) {
                if (arrivals.fallAsleep()) {
                    LockSupport.park();
                    arrivals.wakeUp();
                }
                take(arrivals);
            }

            assertThat(seen).containsExactlyInAnyOrder("first", "second");
        });
    }

    @Test
    void onlyFirstCallbackWakesSleepingLoop() {
        var arrivals = new Arrivals();

        assertThat(arrivals.add(() -> {})).isFalse();
        assertThat(arrivals.fallAsleep()).isFalse();
        take(arrivals);
        assertThat(arrivals.fallAsleep()).isTrue();
        assertThat(arrivals.add(() -> {})).isTrue();
        assertThat(arrivals.add(() -> {})).isFalse();
    }

    @Test
    void closedLoopAcceptsOrRejectsCallbackAndNeverHangs() {
        VirtualTime.explore(SCHEDULES, () -> {
            var arrivals = new Arrivals();
            var refused = new CompletableFuture<Boolean>();
            Thread.startVirtualThread(() -> refused.complete(isRefused(arrivals)));

            arrivals.close();

            refused.join();
            assertThatThrownBy(() -> arrivals.add(() -> {})).isInstanceOf(RejectedExecutionException.class);
        });
    }

    /** The whole loop: callbacks from two threads arrive while it runs or sleeps. */
    @Test
    void loopRunsCallbacksOfTwoThreadsWithoutExtraSleep() {
        VirtualTime.explore(SCHEDULES, () -> {
            var seen = new ArrayList<String>();
            long before = System.nanoTime();

            EventLoop.run(loop -> {
                var first = handedIn(loop, "first", seen);
                var second = handedIn(loop, "second", seen);
                return loop.gather(first, second);
            });

            assertThat(seen).containsExactlyInAnyOrder("first", "second");
            assertThat(System.nanoTime() - before).isEqualTo(ofSeconds(1).toNanos());
        });
    }

    private static CompletableFuture<Void> handedIn(EventLoop loop, String name, List<String> seen) {
        var ran = new CompletableFuture<Void>();
        Thread.ofPlatform().name(name).start(() -> {
            sleepASecond();
            loop.execute(() -> {
                seen.add(name);
                ran.complete(null);
            });
        });
        return ran;
    }

    private static void addThree(Arrivals arrivals, String producer, List<String> seen) {
        for (int number = 1; number <= 3; number++) {
            String callback = producer + " " + number;
            arrivals.add(() -> seen.add(callback));
        }
    }

    private static void addAndWake(Arrivals arrivals, String producer, List<String> seen, Thread consumer) {
        if (arrivals.add(() -> seen.add(producer))) {
            LockSupport.unpark(consumer);
        }
    }

    private static void takeUntil(Arrivals arrivals, List<String> seen, int size) {
        while (seen.size() < size) {
            take(arrivals);
            Thread.yield();
        }
    }

    private static void take(Arrivals arrivals) {
        Queue<Runnable> ready = new ArrayDeque<>();
        arrivals.moveTo(ready::add);
        ready.forEach(Runnable::run);
    }

    private static boolean isRefused(Arrivals arrivals) {
        try {
            arrivals.add(() -> {});
            return false;
        } catch (RejectedExecutionException refused) {
            return true;
        }
    }

    private static void sleepASecond() {
        try {
            Thread.sleep(ofSeconds(1));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

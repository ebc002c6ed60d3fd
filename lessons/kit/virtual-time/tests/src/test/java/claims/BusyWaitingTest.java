package claims;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.ThrowingRunnable;
import interleave.virtualtime.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Time passes for a loop that works until a timer sets a flag, and stands still for other programs that work. */
@Timeout(120)
class BusyWaitingTest {
    private static long polls;
    private static final long[] ELEMENT = new long[1];

    static Stream<Arguments> loops() {
        return Stream.of(
                loop("nothing", answer -> {
                    while (!answer.isDone()) {
                        // only checks
                    }
                }),
                loop("a static counter", answer -> {
                    while (!answer.isDone()) {
                        polls++;
                    }
                }),
                loop("a static counter and yield", answer -> {
                    while (!answer.isDone()) {
                        polls++;
                        Thread.yield();
                    }
                }),
                loop("a static counter and onSpinWait", answer -> {
                    while (!answer.isDone()) {
                        polls++;
                        Thread.onSpinWait();
                    }
                }),
                loop("an AtomicLong", answer -> {
                    var count = new AtomicLong();
                    while (!answer.isDone()) {
                        count.incrementAndGet();
                    }
                }),
                loop("an element of an array", answer -> {
                    while (!answer.isDone()) {
                        ELEMENT[0]++;
                    }
                }),
                loop("a list", answer -> {
                    var list = new ArrayList<Integer>();
                    while (!answer.isDone()) {
                        list.add(1);
                        list.clear();
                    }
                }));
    }

    private static Arguments loop(String works, Consumer<CompletableFuture<?>> wait) {
        return Arguments.of(works, wait);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("loops")
    void loopThatWorksUntilFutureIsDoneTakesTimeOfFuture(String works, Consumer<CompletableFuture<?>> wait)
            throws Exception {
        var run = VirtualTime.run(() -> wait.accept(
                CompletableFuture.supplyAsync(() -> "done", CompletableFuture.delayedExecutor(1, SECONDS))));

        assertThat(run).took(Duration.ofSeconds(1));
    }

    @Test
    void loopThatWorksUntilSleepingThreadSetsFlagEndsWithIt() throws Exception {
        var run = VirtualTime.run(() -> countUntilFlagIsSetAfter(12));

        assertThat(run).took(Duration.ofMillis(12));
    }

    @Test
    void severalLoopsAndPeriodicTimerPassTimeTogether() throws Exception {
        var ticks = new AtomicInteger();
        var run = VirtualTime.run(() -> {
            try (var timer = Executors.newSingleThreadScheduledExecutor()) {
                timer.scheduleAtFixedRate(ticks::incrementAndGet, 10, 10, MILLISECONDS);
                Runnable busy = () -> {
                    while (ticks.get() < 10) {
                        polls++;
                    }
                };
                for (Thread thread : List.of(
                        Thread.ofPlatform().start(busy), Thread.ofVirtual().start(busy))) {
                    thread.join();
                }
                timer.shutdownNow();
            }
        });

        assertThat(run).took(Duration.ofMillis(100));
    }

    @Test
    void busyWaitingRunsTheSameWayEachTime() throws Exception {
        ThrowingRunnable busy = () -> countUntilFlagIsSetAfter(5);

        assertThat(VirtualTime.run(busy).schedule())
                .isEqualTo(VirtualTime.run(busy).schedule());
    }

    @Test
    void timePassesForThreadsThatWaitForLockOfEachOther() throws Exception {
        var done = new AtomicBoolean();
        var lock = new ReentrantLock();
        Runnable busy = () -> {
            while (!done.get()) {
                lock.lock();
                try {
                    workFor(1_000);
                } finally {
                    lock.unlock();
                }
            }
        };
        var run = VirtualTime.run(() -> {
            var threads =
                    List.of(Thread.ofPlatform().start(busy), Thread.ofVirtual().start(busy));
            Thread.sleep(12);
            done.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
        });

        assertThat(run).took(Duration.ofMillis(12));
    }

    private static void workFor(int rounds) {
        for (int i = 0; i < rounds; i++) {
            ELEMENT[0] += i;
        }
    }

    private static void countUntilFlagIsSetAfter(long millis) throws InterruptedException {
        var done = new AtomicBoolean();
        var load = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                polls++;
            }
        });
        Thread.sleep(millis);
        done.set(true);
        load.join();
    }

    @Test
    void timeStandsStillForComputation() throws Exception {
        var run = VirtualTime.run(() -> {
            var timeout = new CompletableFuture<Void>().orTimeout(1, MILLISECONDS);
            workFor(2_000_000);
            assertThat(timeout).isNotDone();
        });

        assertThat(run).took(Duration.ZERO);
    }

    @Test
    void computationsOfOneThreadAfterWaitsDoNotAddUp() throws Exception {
        var run = VirtualTime.run(() -> {
            var timeout = new CompletableFuture<Void>().orTimeout(1, SECONDS);
            for (int i = 0; i < 10; i++) {
                workFor(1_500_000);
                Thread.sleep(1);
            }
            assertThat(timeout).isNotDone();
        });

        assertThat(run).took(Duration.ofMillis(10));
    }

    @Test
    void threadThatRetriesAfterRejectionLetsOthersRun() throws Exception {
        var rejections = new AtomicInteger();
        VirtualTime.run(() -> {
            var done = new CountDownLatch(1000);
            try (var pool = new ThreadPoolExecutor(1, 30, 60, SECONDS, new ArrayBlockingQueue<>(30))) {
                for (int task = 0; task < 1000; task++) {
                    executeAtLast(pool, done::countDown, rejections);
                }
                done.await();
            }
        });

        assertThat(rejections.get()).isBetween(1, 5_000);
    }

    private static void executeAtLast(ThreadPoolExecutor pool, Runnable task, AtomicInteger rejections) {
        while (true) {
            try {
                pool.execute(task);
                return;
            } catch (RejectedExecutionException full) {
                rejections.incrementAndGet();
            }
        }
    }
}

package interleave.virtualtime.engine;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A pool that outlives the run in which it started its threads works in later runs, and in real time. */
@Timeout(60)
class LeftOverThreadTest {
    static Stream<ExecutorService> pools() {
        return Stream.of(
                Executors.newFixedThreadPool(1),
                Executors.newCachedThreadPool(),
                Executors.newScheduledThreadPool(1),
                Executors.newVirtualThreadPerTaskExecutor(),
                new ForkJoinPool(2),
                ForkJoinPool.commonPool());
    }

    @ParameterizedTest
    @MethodSource("pools")
    void poolOfEarlierRunWorks(ExecutorService pool) throws Throwable {
        for (int run = 1; run <= 3; run++) {
            Outcome outcome = Runs.run(() -> sleepsOnWorker(pool).get());
            assertThat(outcome.elapsed()).isEqualTo(Duration.ofMillis(40));
        }
        for (int time = 1; time <= 2; time++) {
            assertThat(pool.submit(() -> "done").get(1, MINUTES)).isEqualTo("done");
        }
    }

    private static Future<?> sleepsOnWorker(ExecutorService pool) {
        return pool.submit(() -> {
            Thread.sleep(40);
            return "slept";
        });
    }

    @Test
    void commonPoolWorksInRealTimeAfterRun() throws Throwable {
        ForkJoinPool pool = ForkJoinPool.commonPool();
        Runs.run(() -> sleepsOnWorker(pool).get());
        for (int time = 1; time <= 3; time++) {
            assertThat(CompletableFuture.supplyAsync(() -> "done").get(1, MINUTES))
                    .isEqualTo("done");
        }
    }

    @Test
    void scheduledTaskOfLaterRunTakesItsTime() throws Throwable {
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
        for (int run = 1; run <= 3; run++) {
            assertThat(Runs.takes(
                            30,
                            () -> pool.schedule(() -> "done", 30, MILLISECONDS).get()))
                    .isTrue();
        }
        pool.shutdown();
        assertThat(pool.awaitTermination(1, MINUTES)).isTrue();
    }

    @Test
    void timerOfEarlierRunWorks() throws Throwable {
        var timer = new AtomicReference<Timer>();
        Runs.run(() -> timer.set(new Timer("timer")));
        for (int run = 1; run <= 3; run++) {
            assertThat(Runs.takes(50, () -> firesAfter50(timer.get()).get())).isTrue();
        }
        firesAfter50(timer.get()).get(1, MINUTES);
        timer.get().cancel();
    }

    private static Future<String> firesAfter50(Timer timer) {
        var fired = new CompletableFuture<String>();
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        fired.complete("fired");
                    }
                },
                50);
        return fired;
    }

    @Test
    void poolOfEarlierRunEndsAfterShutdown() throws Throwable {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Runs.run(() -> sleepsOnWorker(pool).get());
        pool.shutdownNow();
        assertThat(pool.awaitTermination(1, MINUTES)).isTrue();
    }

    @Test
    void leftOverThreadCountsAsTerminated() throws Throwable {
        var left = new AtomicReference<Thread>();
        Runs.run(() -> {
            ExecutorService pool = Executors.newFixedThreadPool(1, body -> {
                left.set(new Thread(body));
                return left.get();
            });
            sleepsOnWorker(pool).get();
        });
        assertThat(left.get().isAlive()).isFalse();
        assertThat(left.get().getState()).isEqualTo(Thread.State.TERMINATED);
        left.get().join();
    }

    @Test
    void threadOfStoppedRunDoesNotContinue() throws Throwable {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        assertThatThrownBy(() -> Runs.limited(Duration.ofMillis(200), () -> {
                    sleepsOnWorker(pool).get();
                    long count = 0;
                    while (count >= 0) {
                        count = (count + 1) % 1000;
                    }
                }))
                .isInstanceOf(AssertionError.class);
        assertThat(pool.submit(() -> "done")).isNotDone();
    }
}

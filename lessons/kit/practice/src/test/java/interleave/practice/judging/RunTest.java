package interleave.practice.judging;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import interleave.practice.Run;
import interleave.recorder.model.Lane;
import interleave.virtualtime.ThrowingRunnable;
import java.util.HashSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The time, the threads and the schedules of a run. */
class RunTest {
    private final VirtualTimeExam exam = new VirtualTimeExam();

    @Test
    void elapsedTimeIsExact() {
        Run run = exam.run(() -> Thread.sleep(1_500));

        assertThat(run.took(ofMillis(1_500)).problem()).isEmpty();
        assertThat(run.took(ofSeconds(2)).problem()).hasValue("Expected 2 s of virtual time, but it took 1.5 s.");
    }

    @Test
    void elapsedTimeEndsWhenTheWatchedCodeReturns() {
        Run run = exam.runAndWatch(ofSeconds(4), () -> Thread.sleep(1_500));

        assertThat(run.elapsed()).isEqualTo(ofMillis(1_500));
    }

    @Test
    void watchedRunContinuesAfterItsTimelineHasEnded() {
        Run run = exam.runAndWatch(ofSeconds(4), () -> {
            Thread.ofVirtual().name("late").start(() -> {
                sleep(3);
                IO.println("late");
            });
            sleep(1);
            IO.println("over");
        });

        assertThat(run.timeOf("late")).hasValue(ofSeconds(3));
        assertThat(run.timeline().duration().toMillis()).isEqualTo(1_000);
        assertThat(run.timeline().lanes()).extracting(Lane::name).containsExactly("main", "late");
    }

    @Test
    void timelineShowsThreadsThatHaveNotRunYet() {
        Run run = exam.run(() -> {
            Thread.ofVirtual().name("Alice").start(() -> sleep(1));
            Thread.startVirtualThread(() -> sleep(1));
        });

        assertThat(run.timeline().lanes()).extracting(Lane::name).containsExactly("main", "Alice", "virtual-1");
    }

    private static void sleep(int seconds) {
        LockSupport.parkNanos(ofSeconds(seconds).toNanos());
    }

    @Test
    void countsThreadsWithWorkInProgress() {
        Run run = exam.run(() -> {
            try (var pool = Executors.newFixedThreadPool(3)) {
                for (int i = 0; i < 6; i++) {
                    pool.submit(() -> {
                        Thread.sleep(1_000);
                        return null;
                    });
                }
            }
        });

        assertThat(run.atMostAtOnce(3).problem()).isEmpty();
        assertThat(run.atMostAtOnce(2).problem()).hasValue("Expected at most 2 at once, but there were 3.");
        assertThat(run.threadsStarted()).isEqualTo(3);
    }

    @Test
    void busyThreadOfTheCommonPoolIsStillRunning() {
        Run left = exam.run(() -> {
            CompletableFuture.runAsync(() -> LockSupport.parkNanos(ofSeconds(5).toNanos()));
            CompletableFuture.runAsync(() -> LockSupport.parkNanos(ofSeconds(1).toNanos()));
            Thread.sleep(2_000);
        });

        assertThat(left.leftNothingRunning().problem())
                .hasValue("Expected all threads to have ended when the method returned at 2 s, but 1 thread was still"
                        + " running: ForkJoinPool.commonPool-worker-1.");

        Run ended = exam.run(() -> CompletableFuture.runAsync(
                        () -> LockSupport.parkNanos(ofSeconds(5).toNanos()))
                .join());

        assertThat(ended.leftNothingRunning().problem()).isEmpty();
    }

    @Test
    void doesNotCallSleepingLoopEndless() {
        assertThat(problemOf(() -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        LockSupport.parkNanos(100_000);
                    }
                }))
                .startsWith("Expected your code to end, but it was still running")
                .doesNotContain("computing");
    }

    @Test
    void doesNotCallTickingTimerEndless() {
        assertThat(problemOf(() -> {
                    try (var timer = Executors.newSingleThreadScheduledExecutor()) {
                        timer.scheduleAtFixedRate(() -> {}, 1, 1, MILLISECONDS);
                        new CountDownLatch(1).await();
                    }
                }))
                .startsWith("Expected your code to end, but it was still running")
                .doesNotContain("computing");
    }

    private String problemOf(ThrowingRunnable code) {
        return catchThrowableOfType(CheckFailure.class, () -> exam.run(code))
                .explanation()
                .problem();
    }

    @Test
    void runIsInterruptedAfterTheDelay() {
        Run run = exam.runInterruptedAfter(ofSeconds(2), () -> Thread.sleep(10_000));

        assertThat(run.took(ofSeconds(2)).problem()).isEmpty();
        assertThat(run.threw(InterruptedException.class).problem()).isEmpty();
        assertThat(run.leftNothingRunning().problem()).isEmpty();
    }

    @Test
    void runThatEndsBeforeTheDelayIsNotInterrupted() {
        Run run = exam.runInterruptedAfter(ofSeconds(20), () -> Thread.sleep(10_000));

        assertThat(run.took(ofSeconds(10)).problem()).isEmpty();
        assertThat(run.thrown()).isEmpty();
        assertThat(run.leftNothingRunning().problem()).isEmpty();
    }

    @Test
    void differentSchedulesProduceDifferentOrders() {
        var orders = new HashSet<>();
        for (Run run : exam.runUnderSchedules(50, () -> {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                threads.submit(() -> IO.println("one"));
                threads.submit(() -> IO.println("two"));
            }
        })) {
            orders.add(run.output());
        }

        assertThat(orders).hasSize(2);
    }

    @Test
    void unknownCountIsSmallUnderOtherSchedules() {
        assertThat(exam.unknownCount()).isBetween(300, 600);
        assertThat(exam.withSeed(1).unknownCount()).isLessThan(10);
    }
}

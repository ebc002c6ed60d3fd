package claims;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import interleave.virtualtime.RunListener;
import interleave.virtualtime.Stuck;
import interleave.virtualtime.ThrowingRunnable;
import interleave.virtualtime.VirtualTime;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that a limit ends is reported like a deadlock: which thread waits for what, in the program's own lines. */
@Timeout(120)
class LimitsTest {
    private static volatile boolean done;
    private static long count;

    /** The main thread waits forever, while a timer ticks. */
    private static void tick(long millis) throws InterruptedException {
        try (var timer = Executors.newSingleThreadScheduledExecutor()) {
            timer.scheduleAtFixedRate(() -> {}, millis, millis, MILLISECONDS);
            new CountDownLatch(1).await();
        }
    }

    @Test
    void virtualLimitShowsThreadThatWaitsBesideATimer() {
        assertThat(report(new VirtualTime().virtualLimit(ofHours(1)), () -> tick(1000)))
                .startsWith(
                        "Still waiting after 1 hour of virtual time, the limit. Only pool-1-thread-1 can continue by"
                                + " itself; main waits for another thread.")
                .contains("main waits for a CountDownLatch", "LimitsTest.java:")
                .doesNotContain("endless", "virtual-time ");
    }

    @Test
    void realLimitShowsThreadThatWaitsBesideATimer() {
        assertThat(report(
                        new VirtualTime().realLimit(ofMillis(300)).virtualLimit(Duration.ofDays(1000)), () -> tick(1)))
                .startsWith("Still running after 0.3 s of real time, the limit, at ")
                .contains("Only pool-1-thread-1 can continue by itself; main waits for another thread.")
                .contains("main waits for a CountDownLatch", "LimitsTest.java:")
                .doesNotContain("does not pause", "virtual-time ");
    }

    @Test
    void realLimitReportOfSleepingProgramDoesNotMentionComputing() {
        assertThat(report(new VirtualTime().realLimit(ofMillis(300)).virtualLimit(Duration.ofDays(1000)), () -> {
                    while (!done) {
                        Thread.sleep(1);
                    }
                }))
                .contains("Does a loop sleep forever?", "main waits", "LimitsTest.java:")
                .doesNotContain("does not pause", "virtual-time ");
    }

    @Test
    void memoryLimitShowsThreadThatWaitsBesideATimer() {
        RunListener full = new RunListener() {
            @Override
            public void resumed(Thread thread, Duration at) {
                if (at.compareTo(ofMinutes(1)) > 0) {
                    throw new OutOfMemoryError("simulated");
                }
            }
        };

        assertThat(report(new VirtualTime().listener(full), () -> tick(1000)))
                .startsWith("Out of memory")
                .contains("main waits for a CountDownLatch");
    }

    @Test
    void endlessLoopIsShownWithTheThreadsThatWait() {
        assertThat(report(new VirtualTime().realLimit(ofMillis(500)), () -> {
                    Thread.ofPlatform().name("Anna").start(LimitsTest::waitForever);
                    Thread.sleep(1);
                    while (!done) {
                        count++;
                    }
                }))
                .contains("main does not pause", "Anna waits for a CountDownLatch", "LimitsTest.java:");
    }

    @Test
    void endlessLoopWithoutPointsIsShownWithTheThreadsThatWait() {
        assertThat(report(new VirtualTime().realLimit(ofMillis(300)), () -> {
                    Thread.ofPlatform().name("Anna").start(LimitsTest::waitForever);
                    Thread.sleep(1);
                    for (long i = 0; i >= 0; i = (i + 1) & 0xffff) {
                        nothing();
                    }
                }))
                .contains("main does not pause", "Anna waits for a CountDownLatch", "LimitsTest.java:");
    }

    /** The limit interrupts the thread, which then takes long to end, or does not end. */
    @Test
    void reportShowsWhereAThreadWasAtTheLimitAndNotWhereItIsInterrupted() {
        RunListener slow = new RunListener() {
            @Override
            public void resumed(Thread thread, Duration at) {
                for (int i = 0; i < 1_000; i++) {
                    Thread.onSpinWait();
                }
            }
        };

        assertThat(report(new VirtualTime().realLimit(ofMillis(300)).listener(slow), () -> {
                    spinUntilInterrupted();
                    spinForever();
                }))
                .contains("spinUntilInterrupted")
                .doesNotContain("spinForever");
    }

    @Test
    void endlessLoopBesideATimerIsShownAtVirtualLimit() {
        assertThat(report(new VirtualTime(), () -> {
                    Executors.newSingleThreadScheduledExecutor().scheduleAtFixedRate(() -> {}, 1, 1, HOURS);
                    while (!done) {
                        count++;
                    }
                }))
                .startsWith("Still waiting after 12 hours of virtual time")
                .contains("main does not pause");
    }

    @ParameterizedTest
    @CsvSource({"PT12H,12 hours", "PT1H,1 hour", "PT30M,30 minutes", "PT1M,1 minute", "PT1M30S,90.0 s", "PT0.5S,0.5 s"})
    void durationOfLimitIsReadable(Duration limit, String shown) {
        assertThat(report(new VirtualTime().virtualLimit(limit), () -> Thread.sleep(ofHours(13))))
                .startsWith("Still waiting after " + shown + " of virtual time, the limit.");
    }

    @Test
    void threadThatNeverPausesDoesNotKeepTheRunFromEnding() throws Exception {
        var run = VirtualTime.run(() -> Thread.ofPlatform().name("busy").start(() -> {
            while (!done) {
                count++;
            }
        }));

        assertThat(run.leftRunning()).containsExactly("busy");
    }

    @Test
    void waitsOfATickingTimerDoNotFillMemory() throws Exception {
        var run = VirtualTime.run(() -> {
            for (int i = 0; i < 100_100; i++) {
                Thread.sleep(1);
            }
        });

        assertThat(run.threads().getFirst().waits()).hasSize(100_000);
        assertThat(run.elapsed()).isEqualTo(ofMillis(100_100));
    }

    @Test
    void limitOfProgramThatFailedNamesTheFailure() {
        assertThatThrownBy(() -> new VirtualTime().virtualLimit(ofHours(1)).start(() -> {
                    Thread.ofPlatform().name("Anna").start(() -> {
                        throw new IllegalStateException("lost");
                    });
                    tick(1000);
                }))
                .hasMessageContaining(
                        "Thread Anna had ended at 0.0 s with an uncaught java.lang.IllegalStateException: lost.");
    }

    private static String report(VirtualTime settings, ThrowingRunnable endless) {
        return catchThrowableOfType(Stuck.class, () -> settings.start(endless)).getMessage();
    }

    private static void waitForever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void spinUntilInterrupted() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    private static void spinForever() {
        while (!done) {
            Thread.onSpinWait();
        }
    }

    private static void nothing() {}
}

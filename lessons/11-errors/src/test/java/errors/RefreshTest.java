package errors;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.virtualtime.VirtualTime;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A periodic task that throws once, and what its scheduler does then. */
class RefreshTest {

    @Test
    void periodicTaskNeverRunsAgainAfterItsFirstException() throws Exception {
        assertThat(VirtualTime.run(SilentRefresh::main))
                .took(ofMillis(5_500))
                .leftNothingRunning()
                .hasNoUncaughtException()
                .printed("Refresh 1", "Refresh 2");
    }

    @Test
    void guardedTaskReportsItsExceptionAndRunsAgain() throws Exception {
        assertThat(VirtualTime.run(GuardedRefresh::main))
                .took(ofMillis(5_500))
                .leftNothingRunning()
                .printed("Refresh 1", "Refresh 2", "Refresh failed: no database", "Refresh 4", "Refresh 5")
                .printedAt(ofSeconds(3), "Refresh failed: no database");
    }

    /** Only the task is dropped: the thread of the scheduler survives. */
    @Test
    void otherTasksOfTheSchedulerContinue() throws Exception {
        var run = VirtualTime.run(() -> {
            var stock = new Stock();
            try (var scheduler = Executors.newSingleThreadScheduledExecutor()) {
                scheduler.scheduleAtFixedRate(stock::refresh, 1, 1, TimeUnit.SECONDS);
                scheduler.scheduleAtFixedRate(() -> IO.println("tick"), 2_500, 2_000, TimeUnit.MILLISECONDS);
                Thread.sleep(ofSeconds(5));
            }
        });

        assertThat(run).printed("Refresh 1", "Refresh 2", "tick", "tick");
    }

    @Test
    void futureOfPeriodicTaskHasTheException() throws Exception {
        var failure = new AtomicReference<Throwable>();
        VirtualTime.run(() -> {
            var stock = new Stock();
            try (var scheduler = Executors.newSingleThreadScheduledExecutor()) {
                var refreshing = scheduler.scheduleAtFixedRate(stock::refresh, 1, 1, TimeUnit.SECONDS);
                Thread.sleep(ofSeconds(5));
                failure.set(refreshing.exceptionNow());
            }
        });

        Assertions.assertThat(failure.get()).hasMessage("no database");
    }
}

package interleave.eventloop;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.InVirtualTime;
import interleave.virtualtime.VirtualClock;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** When a timeout expires, and how it and other cancellations affect each other. */
@InVirtualTime
class TimeoutTest extends EventTrail {
    TimeoutTest(VirtualClock clock) {
        super(clock);
    }

    @Test
    void resultInTimeRemovesTheTimer() throws Exception {
        String result = EventLoop.run(
                loop -> loop.timeout(ofSeconds(5), loop.sleep(ofSeconds(1)).thenApply(woke -> "in time")));

        assertThat(result).isEqualTo("in time");
        assertThat(clock.elapsed()).isEqualTo(ofSeconds(1));
    }

    @Test
    void lateStageIsCancelledAndTimeoutReportsItsLimit() {
        assertThatThrownBy(() -> EventLoop.run(loop -> loop.timeout(ofMillis(1_500), sleeper(loop, "late", 10))))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining("1.5 s");

        assertThat(trail).containsExactly("1.5 s: late: CancellationException");
        assertThat(clock.elapsed()).isEqualTo(ofMillis(1_500));
    }

    @Test
    void timeoutWaitsForCleanUp() {
        assertThatThrownBy(() -> EventLoop.run(loop -> loop.timeout(
                        ofSeconds(1),
                        loop.createTask(() -> loop.sleep(ofSeconds(10))
                                .exceptionallyCompose(failure ->
                                        loop.sleep(ofSeconds(2)).thenCompose(cleaned -> failedFuture(failure)))))))
                .isInstanceOf(TimeoutException.class);

        assertThat(clock.elapsed()).isEqualTo(ofSeconds(3));
    }

    @Test
    void valueAfterTheLimitIsTheResult() throws Exception {
        String result = EventLoop.run(loop ->
                loop.timeout(ofSeconds(1), loop.sleep(ofSeconds(10)).handle((v, failure) -> "a value nevertheless")));

        assertThat(result).isEqualTo("a value nevertheless");
    }

    @Test
    void failureDuringCleanUpReplacesTheTimeout() {
        assertThatThrownBy(() -> EventLoop.run(loop -> loop.timeout(
                        ofSeconds(1),
                        loop.sleep(ofSeconds(10))
                                .exceptionallyCompose(failure -> failedFuture(new IOException("cannot clean up"))))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void resultExactlyAtTheLimitIsInTime() throws Exception {
        String result = EventLoop.run(
                loop -> loop.timeout(ofSeconds(1), loop.sleep(ofSeconds(1)).thenApply(woke -> "just in time")));

        assertThat(result).isEqualTo("just in time");
    }

    @Test
    void taskStartedAfterItsTimeoutIsTooLateExactlyAtTheLimit() {
        // the task starts its sleep in the next turn, so the timer of the timeout is due first
        assertThatThrownBy(() -> EventLoop.run(
                        loop -> loop.timeout(ofSeconds(1), loop.createTask(() -> loop.sleep(ofSeconds(1))))))
                .isInstanceOf(TimeoutException.class);
    }

    @Test
    void zeroLimitAcceptsCompletedStage() throws Exception {
        assertThat(EventLoop.<String>run(loop -> loop.timeout(ZERO, completedFuture("done"))))
                .isEqualTo("done");
        assertThatThrownBy(() -> EventLoop.run(loop -> loop.timeout(ZERO, sleeper(loop, "late", 1))))
                .isInstanceOf(TimeoutException.class);

        assertThat(trail).containsExactly("0 s: late: CancellationException");
    }

    @Test
    void shorterInnerTimeoutExpires() {
        assertThatThrownBy(() -> EventLoop.run(
                        loop -> loop.timeout(ofSeconds(2), loop.timeout(ofSeconds(1), loop.sleep(ofSeconds(10))))))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining("1 s");

        assertThat(clock.elapsed()).isEqualTo(ofSeconds(1));
    }

    @Test
    void shorterOuterTimeoutCancelsInnerTimeout() {
        assertThatThrownBy(() -> EventLoop.run(
                        loop -> loop.timeout(ofSeconds(1), loop.timeout(ofSeconds(2), sleeper(loop, "late", 10)))))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining("1 s");

        assertThat(trail).containsExactly("1 s: late: CancellationException");
        assertThat(clock.elapsed()).isEqualTo(ofSeconds(1));
    }

    @Test
    void cancellingTimeoutCancelsItsStage() throws Exception {
        EventLoop.run(loop -> {
            var limited = loop.timeout(ofSeconds(5), sleeper(loop, "limited", 10));
            return loop.sleep(ofSeconds(1))
                    .thenRun(() -> limited.cancel(false))
                    .thenRun(() -> note(limited.state().name()));
        });

        assertThat(trail).containsExactly("1 s: limited: CancellationException", "1 s: CANCELLED");
        assertThat(clock.elapsed()).isEqualTo(ofSeconds(1));
    }

    @Test
    void cancellationOfExpiredTimeoutTakesPrecedence() throws Exception {
        EventLoop.run(loop -> {
            var limited = loop.timeout(
                    ofSeconds(1), loop.sleep(ofSeconds(10)).exceptionallyCompose(failure -> loop.sleep(ofSeconds(5))));
            return loop.sleep(ofSeconds(3))
                    .thenRun(() -> limited.cancel(false))
                    .thenRun(() -> note(limited.state().name()));
        });

        assertThat(trail).containsExactly("3 s: CANCELLED");
    }

    @Test
    void cancelledTimeoutDoesNotExpireDuringCleanUp() throws Exception {
        EventLoop.run(loop -> {
            var limited = loop.timeout(ofSeconds(2), cleaningUpFor3Seconds(loop));
            return loop.sleep(ofSeconds(1))
                    .thenRun(() -> limited.cancel(false))
                    .thenCompose(cancelled -> settled(limited))
                    .thenRun(() -> note(limited.state().name()));
        });

        assertThat(trail).containsExactly("4 s: cleaned up", "4 s: CANCELLED");
    }

    @Test
    void timeoutDoesNotInterruptCleanUpOfTaskCancelledBefore() throws Exception {
        EventLoop.run(loop -> {
            var task = cleaningUpFor3Seconds(loop);
            var limited = loop.timeout(ofSeconds(2), task);
            return loop.sleep(ofSeconds(1))
                    .thenRun(() -> task.cancel(false))
                    .thenCompose(cancelled -> settled(limited))
                    .thenRun(() -> note(limited.state().name()));
        });

        assertThat(trail).containsExactly("4 s: cleaned up", "4 s: CANCELLED");
    }

    @Test
    void timeoutDoesNotInterruptCleanUpWhileTheLoopCloses() throws Exception {
        EventLoop.run(loop -> {
            loop.timeout(ofSeconds(2), cleaningUpFor3Seconds(loop));
            return loop.sleep(ofSeconds(1));
        });

        assertThat(trail).containsExactly("4 s: cleaned up");
    }

    private Task<Void> cleaningUpFor3Seconds(EventLoop loop) {
        return loop.createTask(() -> loop.sleep(ofSeconds(10))
                .exceptionallyCompose(cancelled -> loop.sleep(ofSeconds(3))
                        .thenRun(() -> note("cleaned up"))
                        .thenCompose(cleaned -> failedFuture(cancelled))));
    }

    @Test
    void completedTimeoutRemovesItsTimer() throws Exception {
        EventLoop.run(loop -> loop.timeout(ofSeconds(5), loop.sleep(ofSeconds(1)))
                .thenRun(() -> assertThat(loop.scheduler.timers().isEmpty()).isTrue()));
    }
}

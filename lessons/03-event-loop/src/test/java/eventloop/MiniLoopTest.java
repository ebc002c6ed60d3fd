package eventloop;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.InVirtualTime;
import interleave.virtualtime.VirtualClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** What the second floor of lesson 03 promises, in virtual time. */
@InVirtualTime
class MiniLoopTest {
    private final VirtualClock clock;
    private final List<String> trail = new ArrayList<>();

    MiniLoopTest(VirtualClock clock) {
        this.clock = clock;
    }

    @Test
    void returnsResultOfMain() throws Exception {
        String result = MiniLoop.run(loop -> loop.sleep(ofSeconds(1)).thenApply(slept -> "done"));

        assertThat(result).isEqualTo("done");
        assertThat(clock.elapsed()).isEqualTo(ofSeconds(1));
    }

    @Test
    void throwsFailureOfMainWithoutWrapper() {
        var failure = new IOException("no network");

        assertThatThrownBy(() -> MiniLoop.run(loop -> failedFuture(failure))).isSameAs(failure);
        assertThatThrownBy(() -> MiniLoop.run(loop ->
                        loop.gather(List.of(loop.sleep(ofSeconds(1)).thenCompose(slept -> failedFuture(failure))))))
                .isSameAs(failure);
    }

    @Test
    void runsCallbacksInOrderAndNewOnesInTheNextTurn() throws Exception {
        MiniLoop.run(loop -> {
            loop.execute(() -> {
                note("first");
                loop.execute(() -> note("added by first"));
            });
            loop.execute(() -> note("second"));
            return loop.sleep(ofSeconds(1));
        });

        assertThat(trail).containsExactly("0 s: first", "0 s: second", "0 s: added by first");
    }

    @Test
    void taskStartsInTheNextTurn() throws Exception {
        MiniLoop.run(loop -> {
            var task = loop.createTask("task", () -> loop.sleep(ZERO).thenRun(() -> note("task ends")));
            note("task created");
            return task;
        });

        assertThat(trail).containsExactly("0 s: task created", "0 s: task ends");
    }

    @Test
    void sleepsEndInTheOrderOfTheirDeadlinesAndThenOfTheirStart() throws Exception {
        MiniLoop.run(loop -> {
            loop.sleep(ofSeconds(2)).thenRun(() -> note("second"));
            loop.sleep(ofSeconds(1)).thenRun(() -> note("first"));
            loop.sleep(ofSeconds(2)).thenRun(() -> note("third"));
            return loop.sleep(ofSeconds(3));
        });

        assertThat(trail).containsExactly("1 s: first", "2 s: second", "2 s: third");
    }

    @Test
    void gatherReturnsResultsInTheOrderGiven() throws Exception {
        List<String> results = MiniLoop.run(loop -> loop.gather(List.of(
                loop.sleep(ofSeconds(2)).thenApply(slept -> "slow"),
                loop.sleep(ofSeconds(1)).thenApply(slept -> "fast"))));

        assertThat(results).containsExactly("slow", "fast");
        assertThat(clock.elapsed()).isEqualTo(ofSeconds(2));
    }

    @Test
    void gatherFailsWithFirstFailureAndTheOthersGoOn() throws Exception {
        MiniLoop.run(loop -> {
            var slow = loop.createTask("slow", () -> loop.sleep(ofSeconds(2)).thenRun(() -> note("slow ends")));
            var broken = loop.<Void>createTask("broken", () -> failedFuture(new IOException("no network")));
            return loop.gather(List.of(slow, broken))
                    .exceptionally(failure -> {
                        note(failure.getMessage());
                        return List.of();
                    })
                    .thenCompose(failed -> slow);
        });

        assertThat(trail).containsExactly("0 s: no network", "2 s: slow ends");
    }

    @Test
    void callbackThatThrowsDoesNotEndTheLoop() throws Exception {
        MiniLoop.run(loop -> {
            loop.execute(() -> {
                throw new IllegalStateException("on purpose, in a test");
            });
            return loop.sleep(ofSeconds(1)).thenRun(() -> note("still running"));
        });

        assertThat(trail).containsExactly("1 s: still running");
    }

    @Test
    void callbackFromAnotherThreadWakesSleepingLoop() throws Exception {
        MiniLoop.run(loop -> {
            var called = new CompletableFuture<Void>();
            Thread.startVirtualThread(() -> afterOneSecond(() -> loop.execute(() -> {
                note("called");
                called.complete(null);
            })));
            return loop.createTask("waits", () -> called);
        });

        assertThat(trail).containsExactly("1 s: called");
    }

    @Test
    void resultCompletedByAnotherThreadEndsTheRun() throws Exception {
        var result = new CompletableFuture<String>();
        Thread.startVirtualThread(() -> afterOneSecond(() -> result.complete("from another thread")));

        try (var loop = new MiniLoop()) {
            assertThat(loop.<String>runUntilComplete(result)).isEqualTo("from another thread");
        }
    }

    @Test
    void interruptEndsTheRun() throws Exception {
        var runner = Thread.startVirtualThread(() -> {
            try {
                MiniLoop.run(loop -> loop.sleep(ofHours(1)));
            } catch (Exception thrown) {
                note(thrown.getClass().getSimpleName());
            }
        });
        Thread.sleep(ofSeconds(2));
        runner.interrupt();
        runner.join();

        assertThat(trail).containsExactly("2 s: InterruptedException");
    }

    @Test
    void closedLoopRejectsCallbacks() {
        var loop = new MiniLoop();
        loop.close();

        assertThatThrownBy(() -> loop.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    private void note(String what) {
        trail.add(clock.elapsed().toSeconds() + " s: " + what);
    }

    private static void afterOneSecond(Runnable action) {
        try {
            Thread.sleep(ofSeconds(1));
            action.run();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

package interleave.eventloop;

import static java.time.Duration.ofSeconds;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.InVirtualTime;
import interleave.virtualtime.VirtualClock;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What the cancellation of a gather, or of one of its parts, reaches. */
@InVirtualTime
class GatherCancellationTest extends EventTrail {
    GatherCancellationTest(VirtualClock clock) {
        super(clock);
    }

    @Test
    void cancellingGatherCancelsAllParts() throws Exception {
        EventLoop.run(loop -> {
            var both = loop.gather(sleeper(loop, "first", 5), sleeper(loop, "second", 10));
            return loop.sleep(ofSeconds(1))
                    .thenRun(() -> both.cancel(false))
                    .thenCompose(cancelled -> settled(both))
                    .thenRun(() -> note(both.state().name()));
        });

        assertThat(trail)
                .containsExactly(
                        "1 s: first: CancellationException", "1 s: second: CancellationException", "1 s: CANCELLED");
    }

    @Test
    void cancellingTaskThatGathersCancelsAllParts() throws Exception {
        EventLoop.run(loop -> {
            var parent = loop.createTask(
                    "parent", () -> loop.gather(sleeper(loop, "first", 5), sleeper(loop, "second", 10)));
            return loop.sleep(ofSeconds(1))
                    .thenRun(() -> parent.cancel(false))
                    .thenRun(() -> note(parent.state().name()));
        });

        assertThat(trail)
                .containsExactly(
                        "1 s: first: CancellationException", "1 s: second: CancellationException", "1 s: CANCELLED");
    }

    @Test
    void cancelledGatherIsCancelledAlthoughItsPartsReturnValues() throws Exception {
        EventLoop.run(loop -> {
            var both = loop.gather(
                    loop.sleep(ofSeconds(5)).handle((slept, cancelled) -> "fallback"),
                    loop.sleep(ofSeconds(9)).handle((slept, cancelled) -> "fallback"));
            return loop.sleep(ofSeconds(1))
                    .thenRun(() -> both.cancel(false))
                    .thenCompose(cancelled -> settled(both))
                    .thenRun(() -> note(both.state().name()));
        });

        assertThat(trail).containsExactly("1 s: CANCELLED");
    }

    @Test
    void closingLoopEndsTaskThatPollsThroughGather() throws Exception {
        EventLoop.run(loop -> {
            loop.createTask("poller", () -> poll(loop));
            return loop.sleep(ofSeconds(5));
        });

        assertThat(clock.elapsed()).isEqualTo(ofSeconds(5));
    }

    private static CompletableFuture<Void> poll(EventLoop loop) {
        return loop.gather(answer(loop), answer(loop)).thenCompose(answers -> poll(loop));
    }

    private static CompletableFuture<String> answer(EventLoop loop) {
        return loop.sleep(ofSeconds(2)).thenApply(slept -> "answer").exceptionally(failure -> "no answer");
    }

    @Test
    void gatherFailsWhenOnePartIsCancelledAndOthersContinue() throws Exception {
        EventLoop.run(loop -> {
            var first = sleeper(loop, "first", 5);
            var both = loop.gather(first, sleeper(loop, "second", 10));
            both.whenComplete((v, failure) -> note("gather: " + nameOf(failure)));
            return loop.sleep(ofSeconds(1))
                    .thenRun(() -> first.cancel(false))
                    .thenCompose(cancelled -> loop.sleep(ofSeconds(20)));
        });

        assertThat(trail)
                .containsExactly(
                        "1 s: first: CancellationException",
                        "1 s: gather: CancellationException",
                        "10 s: second: nothing");
    }

    @Test
    void cancellingFailedGatherDoesNotCancelItsParts() throws Exception {
        EventLoop.run(loop -> {
            var broken = loop.createTask(
                    "broken",
                    () -> loop.sleep(ofSeconds(1)).thenCompose(woke -> failedFuture(new IOException("broken"))));
            var all = loop.gather(List.of(broken, sleeper(loop, "second", 3)));
            return settled(all)
                    .thenRun(() -> {
                        note("gather: " + all.state());
                        all.cancel(false); // already done, so there is nothing to cancel
                    })
                    .thenCompose(failed -> loop.sleep(ofSeconds(5)));
        });

        assertThat(trail).containsExactly("1 s: gather: FAILED", "3 s: second: nothing");
    }

    @Test
    void gatherSettledWaitsForAllParts() throws Exception {
        List<Future<String>> all = EventLoop.run(loop -> loop.gatherSettled(List.of(
                loop.sleep(ofSeconds(1))
                        .thenCompose(woke -> CompletableFuture.<String>failedFuture(new IOException("broken"))),
                loop.sleep(ofSeconds(3)).thenApply(woke -> "fine"))));

        assertThat(all).extracting(Future::state).containsExactly(Future.State.FAILED, Future.State.SUCCESS);
        assertThat(all.getLast().resultNow()).isEqualTo("fine");
        assertThat(clock.elapsed()).isEqualTo(ofSeconds(3));
    }

    @Test
    void cancelledGatherSettledWaitsForAllParts() throws Exception {
        EventLoop.run(loop -> {
            var stubborn = loop.createTask(
                    "stubborn", () -> loop.sleep(ofSeconds(10)).exceptionallyCompose(f -> loop.sleep(ofSeconds(4))));
            var all = loop.gatherSettled(List.of(sleeper(loop, "first", 5), stubborn));
            return loop.sleep(ofSeconds(1))
                    .thenRun(() -> all.cancel(false))
                    .thenCompose(cancelled -> settled(all))
                    .thenRun(() -> note(all.state().name()));
        });

        assertThat(trail).containsExactly("1 s: first: CancellationException", "5 s: CANCELLED");
    }
}

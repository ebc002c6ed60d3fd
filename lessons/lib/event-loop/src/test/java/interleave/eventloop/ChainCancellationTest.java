package interleave.eventloop;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.InVirtualTime;
import interleave.virtualtime.VirtualClock;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What the cancellation of a chain of futures reaches. */
@InVirtualTime
class ChainCancellationTest extends EventTrail {
    ChainCancellationTest(VirtualClock clock) {
        super(clock);
    }

    @Test
    void cancellingEndOfChainCancelsItsCurrentWait() throws Exception {
        EventLoop.run(loop -> {
            var first = loop.sleep(ofSeconds(1)).whenComplete((v, failure) -> note("first: " + nameOf(failure)));
            var second = first.thenCompose(
                    woke -> loop.sleep(ofSeconds(10)).whenComplete((v, failure) -> note("second: " + nameOf(failure))));
            var end = second.thenApply(woke -> "end");
            return loop.sleep(ofSeconds(3))
                    .thenRun(() -> end.cancel(false))
                    .thenRun(() -> assertThat(end).isCompletedExceptionally());
        });

        assertThat(trail).containsExactly("1 s: first: nothing", "3 s: second: CancellationException");
    }

    @Test
    void chainCancelledBeforeItsFirstStepNeverRuns() throws Exception {
        EventLoop.run(loop -> {
            var end = loop.sleep(ofSeconds(1))
                    .thenCompose(woke -> noted("never", loop.sleep(ofSeconds(1))))
                    .thenCompose(woke -> noted("never", loop.sleep(ofSeconds(1))));
            end.cancel(false);
            return loop.sleep(ofSeconds(5));
        });

        assertThat(trail).isEmpty();
    }

    @Test
    void cancelsChainOfManySteps() throws Exception {
        EventLoop.run(loop -> {
            var forever = steps(loop, 100_000);
            return loop.sleep(ofSeconds(1))
                    .thenRun(() -> forever.cancel(false))
                    .thenCompose(cancelled -> settled(forever));
        });

        assertThat(clock.elapsed()).isEqualTo(ofSeconds(1));
    }

    @Test
    void cancelsManyTasksThatWaitForEachOther() throws Exception {
        EventLoop.run(loop -> {
            Task<Void> last = tasksInLine(loop, 10_000);
            return loop.sleep(ofSeconds(1))
                    .thenRun(() -> last.cancel(false))
                    .thenCompose(cancelled -> settled(last))
                    .thenRun(() -> note(last.state().name()));
        });

        assertThat(trail).containsExactly("1 s: CANCELLED");
    }

    @Test
    void completesManyTasksThatWaitForEachOther() throws Exception {
        EventLoop.run(loop -> tasksInLine(loop, 10_000).thenRun(() -> note("complete")));

        assertThat(trail).containsExactly("5 s: complete");
    }

    @Test
    void runsManyStepsAfterOneSleep() throws Exception {
        EventLoop.run(loop -> {
            CompletableFuture<Integer> steps = loop.sleep(ofSeconds(1)).thenApply(woke -> 0);
            for (int i = 0; i < 100_000; i++) {
                steps = steps.thenApply(count -> count + 1);
            }
            return steps.thenAccept(count -> note(count + " steps"));
        });

        assertThat(trail).containsExactly("1 s: 100000 steps");
    }

    @Test
    void chainCancelledWhileItsSleepEndsStillCleansUp() throws Exception {
        EventLoop.run(loop -> {
            var sleep = loop.sleep(ofSeconds(1));
            var other = new ArrayList<CompletableFuture<?>>();
            var steps = new ArrayList<String>();
            // the JDK calls the dependents of a future in reverse order
            other.add(sleep.thenRun(() -> steps.add("work"))
                    .thenCompose(worked -> loop.sleep(ofSeconds(10)))
                    .whenComplete((v, failure) -> note("cleans up: " + nameOf(failure))));
            sleep.thenRun(() -> other.getFirst().cancel(false));
            return settled(other.getFirst());
        });

        assertThat(trail).containsExactly("1 s: cleans up: CancellationException");
    }

    @Test
    void cancellationDoesNotStopStepOnOtherThread() throws Exception {
        EventLoop.run(loop -> {
            var end = loop.sleep(ofSeconds(1))
                    .thenRunAsync(
                            () -> {
                                pause(5);
                                note("works on");
                            },
                            Thread::startVirtualThread);
            return loop.sleep(ofSeconds(2))
                    .thenRun(() -> end.cancel(false))
                    .thenCompose(cancelled -> settled(end))
                    .thenRun(() -> note(end.state().name()))
                    .thenCompose(cancelled -> loop.sleep(ofSeconds(10)));
        });

        assertThat(trail).containsExactly("2 s: CANCELLED", "6 s: works on");
    }

    @Test
    void cancellingPlainFutureDoesNotCancelItsWork() throws Exception {
        EventLoop.run(loop -> {
            CompletableFuture<?> plain = completedFuture("a plain beginning")
                    .thenCompose(begun -> loop.sleep(ofSeconds(2)).thenRun(() -> note("works on")));
            plain.cancel(false);
            return loop.sleep(ofSeconds(3));
        });

        assertThat(trail).containsExactly("2 s: works on");
    }

    @Test
    void cancellingChainThatStartsOnTheLoopCancelsItsWork() throws Exception {
        EventLoop.run(loop -> {
            loop.completed("a beginning")
                    .thenCompose(begun -> loop.sleep(ofSeconds(2)).thenRun(() -> note("works on")))
                    .cancel(false);
            return loop.sleep(ofSeconds(3));
        });

        assertThat(trail).isEmpty();
    }

    /** Each step waits for the next turn, and then for the next step. */
    private static CompletableFuture<Void> steps(EventLoop loop, int left) {
        return left == 0 ? loop.sleep(ofSeconds(100)) : loop.sleep(ZERO).thenCompose(turn -> steps(loop, left - 1));
    }

    /** The first task sleeps for five seconds. Each of the others waits for the one before it. */
    private static Task<Void> tasksInLine(EventLoop loop, int count) {
        Task<Void> last = loop.createTask(() -> loop.sleep(ofSeconds(5)));
        for (int i = 1; i < count; i++) {
            Task<Void> before = last;
            last = loop.createTask(() -> before);
        }
        return last;
    }
}

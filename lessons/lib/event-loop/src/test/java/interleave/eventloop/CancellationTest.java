package interleave.eventloop;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.eventloop.futures.Failures;
import interleave.eventloop.observation.Reports;
import interleave.virtualtime.InVirtualTime;
import interleave.virtualtime.VirtualClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** What a cancellation reaches, and when, in virtual time. It works as in asyncio. */
@InVirtualTime
class CancellationTest {
    private final VirtualClock clock;
    /** What happened, and when. */
    private final List<String> trail = new ArrayList<>();

    CancellationTest(VirtualClock clock) {
        this.clock = clock;
    }

    // ---- a task

    @Test
    void taskCancelledBeforeItsFirstTurnNeverStarts() throws Exception {
        EventLoop.run(loop -> {
            var task = loop.createTask(() -> noted("runs", completedFuture(null)));
            assertThat(task.cancel(false)).isTrue();
            assertThat(task).isCancelled();
            return loop.sleep(ofSeconds(1));
        });

        assertThat(trail).isEmpty();
    }

    @Test
    void sleepingTaskWakesUpAndCleansUp() throws Exception {
        EventLoop.run(loop -> {
            var task = loop.createTask(() -> loop.sleep(ofSeconds(10))
                    .thenRun(() -> note("slept"))
                    .whenComplete((v, failure) -> note("cleans up after " + nameOf(failure))));
            return loop.sleep(ofSeconds(1))
                    .thenRun(() -> task.cancel(false))
                    .thenRun(() -> note(task.state().name()));
        });

        assertThat(trail).containsExactly("1 s: cleans up after CancellationException", "1 s: CANCELLED");
        assertThat(clock.elapsed()).isEqualTo(ofSeconds(1));
    }

    @Test
    void taskIsNotDoneBeforeItsCleanUpHasEnded() throws Exception {
        EventLoop.run(loop -> {
            var task = loop.createTask(() -> loop.sleep(ofSeconds(10))
                    .exceptionallyCompose(
                            failure -> loop.sleep(ofSeconds(2)).thenCompose(cleaned -> failedFuture(failure))));
            return loop.sleep(ofSeconds(1))
                    .thenRun(() -> {
                        task.cancel(false);
                        note("cancelled, done: " + task.isDone());
                    })
                    .thenCompose(cancelled -> settled(task))
                    .thenRun(() -> note(task.state().name()));
        });

        assertThat(trail).containsExactly("1 s: cancelled, done: false", "3 s: CANCELLED");
    }

    @Test
    void taskCanIgnoreItsCancellation() throws Exception {
        String result = EventLoop.run(loop -> {
            var task = loop.createTask(
                    () -> loop.sleep(ofSeconds(10)).handle((v, failure) -> "swallowed " + nameOf(failure)));
            loop.execute(() -> loop.execute(() -> task.cancel(false)));
            return task;
        });

        assertThat(result).isEqualTo("swallowed CancellationException");
        assertThat(clock.elapsed()).isZero();
    }

    @Test
    void secondCancellationInterruptsTheCleanUp() throws Exception {
        EventLoop.run(loop -> {
            var task = loop.createTask(() -> loop.sleep(ofSeconds(10))
                    .exceptionallyCompose(failure -> loop.sleep(ofSeconds(5)))
                    .whenComplete((v, failure) -> note("cleaning up ended with " + nameOf(failure))));
            return loop.sleep(ofSeconds(1))
                    .thenRun(() -> task.cancel(false))
                    .thenCompose(once -> loop.sleep(ofSeconds(1)))
                    .thenRun(() -> task.cancel(false))
                    .thenRun(() -> note(task.state().name()));
        });

        assertThat(trail).containsExactly("2 s: cleaning up ended with CancellationException", "2 s: CANCELLED");
    }

    @Test
    void secondCancellationInTheSameTurnHasNoEffect() throws Exception {
        EventLoop.run(loop -> {
            var task = loop.createTask(() -> loop.sleep(ofSeconds(10))
                    .exceptionallyCompose(failure -> loop.sleep(ofSeconds(5)))
                    .thenRun(() -> note("cleaned up")));
            return loop.sleep(ofSeconds(1))
                    .thenRun(() -> {
                        task.cancel(false);
                        task.cancel(false);
                    })
                    .thenCompose(cancelled -> task);
        });

        assertThat(trail).containsExactly("6 s: cleaned up");
    }

    @Test
    void closingTheLoopDoesNotInterruptCleanUpOfChild() throws Exception {
        var runner = Thread.startVirtualThread(() -> {
            try {
                EventLoop.run(loop -> loop.createTask("child", () -> cleansUp(loop, "child", 2)));
            } catch (Exception thrown) {
                note(nameOf(thrown));
            }
        });
        Thread.sleep(ofSeconds(1));
        runner.interrupt();
        runner.join();

        assertThat(trail)
                .containsExactly("1 s: child: cancelled", "3 s: child: cleaned up", "3 s: InterruptedException");
    }

    @Test
    void keepsSuppressedExceptionsOfCancellation() {
        var suppressed = new IOException("cannot close");

        assertThatThrownBy(() -> EventLoop.run(loop -> {
                    var cancelled = new CancellationException("given up");
                    cancelled.addSuppressed(suppressed);
                    return failedFuture(cancelled);
                }))
                .isInstanceOf(CancellationException.class)
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).containsExactly(suppressed));
    }

    @Test
    void taskIsCancelledBetweenItsSleepAndItsTurn() throws Exception {
        EventLoop.run(loop -> {
            var tasks = new ArrayList<Task<?>>();
            loop.createTask(
                    "first", () -> loop.sleep(ofSeconds(1)).thenRun(() -> tasks.forEach(task -> task.cancel(false))));
            tasks.add(loop.createTask(
                    "second",
                    () -> loop.sleep(ofSeconds(1))
                            .thenRun(() -> note("goes on"))
                            .whenComplete((v, failure) -> note(nameOf(failure)))));
            return loop.sleep(ofSeconds(2));
        });

        assertThat(trail).containsExactly("1 s: CancellationException");
    }

    @Test
    void selfCancelledTaskIsCancelledAtItsNextWait() throws Exception {
        EventLoop.run(loop -> {
            var task = new ArrayList<Task<?>>();
            task.add(loop.createTask(() -> {
                task.getFirst().cancel(false);
                note("still running");
                return loop.sleep(ofSeconds(10)).whenComplete((v, failure) -> note(nameOf(failure)));
            }));
            return settled(task.getFirst());
        });

        assertThat(trail).containsExactly("0 s: still running", "0 s: CancellationException");
    }

    @Test
    void selfCancelledTaskIsCancelledWithoutAnyWait() throws Exception {
        EventLoop.run(loop -> {
            var task = new ArrayList<Task<?>>();
            task.add(loop.createTask(() -> {
                task.getFirst().cancel(false);
                return completedFuture("a value");
            }));
            return settled(task.getFirst())
                    .thenRun(() -> note(task.getFirst().state().name()));
        });

        assertThat(trail).containsExactly("0 s: CANCELLED");
    }

    @Test
    void taskThatCancelsItselfAfterWaitIsCancelledAtNextWait() throws Exception {
        EventLoop.run(loop -> {
            var task = new ArrayList<Task<?>>();
            task.add(loop.createTask(() -> loop.sleep(ofSeconds(1))
                    .thenCompose(woke -> {
                        task.getFirst().cancel(false);
                        note("still running");
                        return loop.sleep(ofSeconds(10));
                    })
                    .whenComplete((v, failure) -> note(nameOf(failure)))));
            return settled(task.getFirst())
                    .thenRun(() -> note(task.getFirst().state().name()));
        });

        assertThat(trail).containsExactly("1 s: still running", "1 s: CancellationException", "1 s: CANCELLED");
    }

    @Test
    void cancellingFinishedTaskHasNoEffect() throws Exception {
        EventLoop.run(loop -> {
            var task = loop.createTask(() -> completedFuture("done"));
            return task.thenRun(() -> {
                assertThat(task.cancel(false)).isFalse();
                assertThat(task.resultNow()).isEqualTo("done");
            });
        });
    }

    @Test
    void cancellingParentCancelsAwaitedChild() throws Exception {
        EventLoop.run(loop -> {
            var child = loop.createTask(
                    "child",
                    () -> loop.sleep(ofSeconds(10)).whenComplete((v, failure) -> note("child: " + nameOf(failure))));
            var parent = loop.createTask(
                    "parent", () -> child.whenComplete((v, failure) -> note("parent: " + nameOf(failure))));
            return loop.sleep(ofSeconds(1))
                    .thenRun(() -> parent.cancel(false))
                    .thenRun(() -> note(child.state() + ", " + parent.state()));
        });

        assertThat(trail)
                .containsExactly(
                        "1 s: child: CancellationException",
                        "1 s: parent: CancellationException",
                        "1 s: CANCELLED, CANCELLED");
    }

    @Test
    void cancellingParentDoesNotCancelShieldedChild() throws Exception {
        EventLoop.run(loop -> {
            var child = loop.createTask("child", () -> loop.sleep(ofSeconds(3)).thenRun(() -> note("child is done")));
            var parent = loop.createTask(
                    "parent",
                    () -> loop.shield(child).whenComplete((v, failure) -> note("parent: " + nameOf(failure))));
            return loop.sleep(ofSeconds(1)).thenRun(() -> parent.cancel(false)).thenCompose(cancelled -> child);
        });

        assertThat(trail).containsExactly("1 s: parent: CancellationException", "3 s: child is done");
    }

    @Test
    void cancellationIsPassedToDependentsOfTask() throws Exception {
        EventLoop.run(loop -> {
            var child = loop.createTask("child", () -> loop.sleep(ofSeconds(10)));
            var parent = loop.createTask("parent", () -> child.thenRun(() -> note("never")));
            return loop.sleep(ofSeconds(1))
                    .thenRun(() -> child.cancel(false))
                    .thenRun(() -> note(parent.state().name()));
        });

        assertThat(trail).containsExactly("1 s: CANCELLED");
    }

    @Test
    void cancellationByOtherThreadIsDoneOnTheLoop() throws Exception {
        EventLoop.run(loop -> {
            var loopThread = Thread.currentThread();
            var task = loop.createTask(() -> loop.sleep(ofSeconds(10))
                    .whenComplete((v, failure) ->
                            note(nameOf(failure) + " on the loop: " + (Thread.currentThread() == loopThread))));
            Thread.startVirtualThread(() -> {
                pause(1);
                task.cancel(false);
            });
            return settled(task);
        });

        assertThat(trail).containsExactly("1 s: CancellationException on the loop: true");
    }

    // ---- a chain

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

    // ---- gather

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

    // ---- timeouts

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

    // ---- the end of the loop

    @Test
    void closingCancelsUnfinishedTasksOldestFirst() throws Exception {
        String result = EventLoop.run(loop -> {
            loop.createTask("first", () -> cleansUp(loop, "first", 3));
            loop.createTask("second", () -> cleansUp(loop, "second", 1));
            return loop.sleep(ofSeconds(1)).thenApply(woke -> noted("main is done", "result"));
        });

        assertThat(result).isEqualTo("result");
        assertThat(trail)
                .containsExactly(
                        "1 s: main is done",
                        "1 s: first: cancelled",
                        "1 s: second: cancelled",
                        "2 s: second: cleaned up",
                        "4 s: first: cleaned up");
    }

    @Test
    void closingWaitsForTasksStartedDuringCleanUp() throws Exception {
        EventLoop.run(loop -> {
            loop.createTask(
                    "farewell",
                    () -> loop.sleep(ofSeconds(10))
                            .exceptionallyCompose(failure -> loop.createTask(
                                    "last words", () -> loop.sleep(ofSeconds(1)).thenRun(() -> note("last words")))));
            return loop.sleep(ofSeconds(1));
        });

        assertThat(trail).containsExactly("2 s: last words");
    }

    @Test
    void interruptCancelsTasks() throws Exception {
        var runner = Thread.startVirtualThread(() -> {
            try {
                EventLoop.run(loop -> sleeper(loop, "task", 100));
            } catch (Exception thrown) {
                note(nameOf(thrown));
            }
        });
        Thread.sleep(ofSeconds(2));
        runner.interrupt();
        runner.join();

        assertThat(trail).containsExactly("2 s: task: CancellationException", "2 s: InterruptedException");
    }

    @Test
    void runningLoopCannotBeClosedFromInside() throws Exception {
        EventLoop.run(loop -> {
            assertThatThrownBy(loop::close).isInstanceOf(IllegalStateException.class);
            return loop.sleep(ofSeconds(1));
        });

        assertThat(clock.elapsed()).isEqualTo(ofSeconds(1));
    }

    private Task<Void> sleeper(EventLoop loop, String name, int seconds) {
        return loop.createTask(
                name,
                () -> loop.sleep(ofSeconds(seconds)).whenComplete((v, failure) -> note(name + ": " + nameOf(failure))));
    }

    private CompletableFuture<Void> cleansUp(EventLoop loop, String name, int seconds) {
        return loop.sleep(ofSeconds(100)).exceptionallyCompose(failure -> {
            note(name + ": cancelled");
            return loop.sleep(ofSeconds(seconds)).thenRun(() -> note(name + ": cleaned up"));
        });
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

    /** Completes when {@code future} is done, with any outcome. */
    private static CompletableFuture<Void> settled(CompletableFuture<?> future) {
        return future.handle((value, failure) -> null);
    }

    private <T> T noted(String what, T value) {
        note(what);
        return value;
    }

    private void note(String what) {
        trail.add(Reports.seconds(clock.elapsed()) + ": " + what);
    }

    private static String nameOf(Throwable failure) {
        return failure == null
                ? "nothing"
                : Failures.causeOf(failure).getClass().getSimpleName();
    }

    private static void pause(int seconds) {
        try {
            Thread.sleep(ofSeconds(seconds));
        } catch (InterruptedException stopped) {
            throw new CancellationException();
        }
    }
}

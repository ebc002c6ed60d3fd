package interleave.eventloop;

import static java.time.Duration.ofSeconds;
import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.InVirtualTime;
import interleave.virtualtime.VirtualClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** What the cancellation of a task reaches, and when. It works as in asyncio. */
@InVirtualTime
class TaskCancellationTest extends EventTrail {
    TaskCancellationTest(VirtualClock clock) {
        super(clock);
    }

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
}

package interleave.eventloop;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.InVirtualTime;
import interleave.virtualtime.VirtualClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guarantees of the loop, checked with exact times in virtual time. */
@InVirtualTime
class EventLoopTest {
    private final VirtualClock clock;
    /** What happened, in order. */
    private final List<String> trail = new ArrayList<>();

    EventLoopTest(VirtualClock clock) {
        this.clock = clock;
    }

    // ---- run

    @Test
    void returnsResultOfMain() throws Exception {
        assertThat(EventLoop.<String>run(loop -> completedFuture("done"))).isEqualTo("done");
    }

    @Test
    void throwsFailureOfMainWithoutWrapper() {
        var failure = new IOException("no network");

        assertThatThrownBy(() -> EventLoop.run(loop -> failedFuture(failure))).isSameAs(failure);
        assertThatThrownBy(() -> EventLoop.run(loop -> loop.sleep(ofMillis(1)).thenRun(() -> {
                    throw new CompletionException(failure);
                })))
                .isSameAs(failure);
    }

    @Test
    void rejectsLoopInsideLoop() {
        assertThatThrownBy(() -> EventLoop.run(loop -> {
                    try {
                        EventLoop.run(inner -> completedFuture("never"));
                        return completedFuture("never");
                    } catch (Exception refused) {
                        return failedFuture(refused);
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("thenCompose");
    }

    @Test
    void loopCanRunTwiceAndKeepsPendingSleeps() throws Exception {
        try (var loop = new EventLoop()) {
            var slow = loop.createTask("long", () -> sleepThenNote(loop, 20));
            loop.runUntilComplete(loop.createTask("short", () -> sleepThenNote(loop, 1)));
            note("between");
            loop.runUntilComplete(slow);
        }

        assertThat(trail).containsExactly("1 ms: slept 1", "1 ms: between", "20 ms: slept 20");
    }

    @Test
    void overdueSleepsCompleteAtOnceInNextRun() throws Exception {
        try (var loop = new EventLoop()) {
            var slept = sleepThenNote(loop, 10);
            Thread.sleep(ofMillis(30));
            loop.runUntilComplete(slept);
        }

        assertThat(trail).containsExactly("30 ms: slept 10");
    }

    @Test
    void runEndsBeforePendingSleeps() throws Exception {
        EventLoop.run(loop -> {
            sleepThenNote(loop, 50);
            return sleepThenNote(loop, 10);
        });

        assertThat(trail).containsExactly("10 ms: slept 10");
        assertThat(clock.elapsed()).isEqualTo(ofMillis(10));
    }

    // ---- callbacks

    @Test
    void runsCallbacksInOrderAndNewOnesInTheNextTurn() throws Exception {
        EventLoop.run(loop -> {
            loop.execute(() -> {
                trail.add("first");
                loop.execute(() -> trail.add("added by first"));
            });
            loop.execute(() -> trail.add("second"));
            return loop.sleep(ZERO).thenCompose(turn -> loop.sleep(ZERO));
        });

        assertThat(trail).containsExactly("first", "second", "added by first");
    }

    @Test
    void exceptionOfCallbackDoesNotEndTheLoop() throws Exception {
        EventLoop.run(loop -> {
            loop.execute(() -> {
                throw new IllegalStateException("thrown by a test");
            });
            loop.execute(() -> trail.add("still running"));
            return loop.sleep(ZERO);
        });

        assertThat(trail).containsExactly("still running");
    }

    @Test
    void blockingCallbackDelaysAllSleeps() throws Exception {
        EventLoop.run(loop -> {
            loop.execute(() -> block(ofSeconds(2).toMillis()));
            return loop.gather(sleepThenNote(loop, 500), sleepThenNote(loop, 1_000));
        });

        assertThat(trail).containsExactly("2000 ms: slept 500", "2000 ms: slept 1000");
    }

    // ---- sleep

    @Test
    void sleepEndsExactlyAtItsDeadline() throws Exception {
        EventLoop.run(loop -> loop.sleep(ofHours(8).plusNanos(1)));

        assertThat(clock.elapsed()).isEqualTo(ofHours(8).plusNanos(1));
    }

    @Test
    void endlessSleepDelaysNoOtherSleep() throws Exception {
        EventLoop.run(loop -> {
            var forever = loop.sleep(Duration.ofSeconds(Long.MAX_VALUE));
            return sleepThenNote(loop, 10).thenRun(() -> assertThat(forever).isNotDone());
        });

        assertThat(trail).containsExactly("10 ms: slept 10");
    }

    @Test
    void sleepOfZeroTakesOneTurn() throws Exception {
        EventLoop.run(loop -> loop.sleep(ZERO).thenCompose(turn -> loop.sleep(ofSeconds(-1))));

        assertThat(clock.elapsed()).isZero();
    }

    @Test
    void sleepsEndInOrderOfDeadlines() throws Exception {
        EventLoop.run(loop -> loop.gather(sleepThenNote(loop, 30), sleepThenNote(loop, 10), sleepThenNote(loop, 20)));

        assertThat(trail).containsExactly("10 ms: slept 10", "20 ms: slept 20", "30 ms: slept 30");
    }

    @Test
    void sleepsWithEqualDeadlinesEndInOrderOfStart() throws Exception {
        EventLoop.run(loop -> loop.gather(Stream.of("Alice", "Bob", "Charlie", "Dora")
                .map(name -> loop.sleep(ofMillis(10)).thenRun(() -> note(name)))
                .toList()));

        assertThat(trail).containsExactly("10 ms: Alice", "10 ms: Bob", "10 ms: Charlie", "10 ms: Dora");
    }

    @Test
    void thousandsOfSleepsEndInOrder() throws Exception {
        int sleeps = 5_000;
        var woken = new ArrayList<Integer>();

        EventLoop.run(loop -> loop.gather(IntStream.range(0, sleeps)
                .mapToObj(number -> loop.sleep(ofMillis(millisOf(number))).thenRun(() -> woken.add(number)))
                .toList()));

        assertThat(woken)
                .isEqualTo(IntStream.range(0, sleeps)
                        .boxed()
                        .sorted(Comparator.comparingInt(EventLoopTest::millisOf))
                        .toList());
        assertThat(clock.elapsed()).isEqualTo(ofMillis(7));
    }

    @Test
    void loopDoesNotWaitForCancelledSleep() throws Exception {
        EventLoop.run(loop -> {
            var night = loop.sleep(ofHours(8));
            loop.execute(() -> night.cancel(false));
            return night.handle((woke, failure) -> trail.add(nameOf(failure)));
        });

        assertThat(trail).containsExactly("CancellationException");
        assertThat(clock.elapsed()).isZero();
    }

    @Test
    void cancelledSleepDoesNotDelayOthers() throws Exception {
        EventLoop.run(loop -> {
            var first = loop.sleep(ofSeconds(1));
            var second = sleepThenNote(loop, 2_000);
            first.cancel(false);
            return second;
        });

        assertThat(trail).containsExactly("2000 ms: slept 2000");
    }

    // ---- tasks

    @Test
    void taskStartsInTheNextTurn() throws Exception {
        EventLoop.run(loop -> {
            var task = loop.createTask(() -> {
                trail.add("task runs");
                return completedFuture(null);
            });
            trail.add("task created");
            return task;
        });

        assertThat(trail).containsExactly("task created", "task runs");
    }

    @Test
    void taskWithShorterSleepEndsFirst() throws Exception {
        EventLoop.run(
                loop -> loop.gather(taskThatSleeps(loop, "Task 1", 2_000), taskThatSleeps(loop, "Task 2", 1_000)));

        assertThat(trail)
                .containsExactly(
                        "0 ms: Task 1 starts",
                        "0 ms: Task 2 starts",
                        "1000 ms: Task 2 is complete",
                        "2000 ms: Task 1 is complete");
    }

    @Test
    void taskFailsWithExceptionOfItsBody() {
        var failure = new IllegalArgumentException("no such guest");

        assertThatThrownBy(() -> EventLoop.run(loop -> loop.createTask(() -> {
                    throw failure;
                })))
                .isSameAs(failure);
    }

    @Test
    void cancelledTaskNeverStarts() throws Exception {
        EventLoop.run(loop -> {
            loop.createTask("unwanted", () -> completedFuture(trail.add("unwanted")))
                    .cancel(false);
            return loop.sleep(ZERO);
        });

        assertThat(trail).isEmpty();
    }

    // ---- gather

    @Test
    void gatherReturnsResultsInOrderOfStages() throws Exception {
        List<String> results = EventLoop.run(loop -> loop.gather(
                loop.sleep(ofMillis(5)).thenApply(woke -> "slow"),
                loop.sleep(ofMillis(3)).thenApply(woke -> "less slow"),
                completedFuture("fast")));

        assertThat(results).containsExactly("slow", "less slow", "fast");
        assertThat(clock.elapsed()).isEqualTo(ofMillis(5));
    }

    @Test
    void gatherFailsAtOnceAndOthersContinue() throws Exception {
        var failure = new IOException("cannot fetch users");

        try (var loop = new EventLoop()) {
            var slow = loop.createTask(() -> sleepThenNote(loop, 5));
            var broken = loop.sleep(ofMillis(2)).thenCompose(woke -> failedFuture(failure));
            assertThatThrownBy(() -> loop.runUntilComplete(loop.gather(slow, broken)))
                    .isSameAs(failure);
            note("failed");
            loop.runUntilComplete(slow);
        }

        assertThat(trail).containsExactly("2 ms: failed", "5 ms: slept 5");
    }

    @Test
    void gatherOfNothingReturnsEmptyList() throws Exception {
        assertThat(EventLoop.<List<String>>run(loop -> loop.gather(List.of()))).isEmpty();
    }

    // ---- other threads

    @Test
    void callbackFromOtherThreadWakesSleepingLoop() throws Exception {
        EventLoop.run(loop -> {
            var called = new CompletableFuture<Void>();
            Thread.startVirtualThread(() -> {
                block(3);
                loop.execute(() -> {
                    note("called");
                    called.complete(null);
                });
            });
            return called;
        });

        assertThat(trail).containsExactly("3 ms: called");
    }

    @Test
    void callbackFromOtherThreadRunsBeforeTheNextTimer() throws Exception {
        EventLoop.run(loop -> {
            Thread.startVirtualThread(() -> {
                block(3);
                loop.execute(() -> note("called"));
            });
            return sleepThenNote(loop, 10);
        });

        assertThat(trail).containsExactly("3 ms: called", "10 ms: slept 10");
    }

    @Test
    void resultCompletedByOtherThreadEndsTheRun() throws Exception {
        String result = EventLoop.<String>run(loop -> CompletableFuture.supplyAsync(() -> {
            block(4);
            return "from the common pool";
        }));

        assertThat(result).isEqualTo("from the common pool");
        assertThat(clock.elapsed()).isEqualTo(ofMillis(4));
    }

    @Test
    void tasksAndSleepsOfOtherThreadsRunOnTheLoop() throws Exception {
        Thread ranOn = EventLoop.run(loop -> {
            var result = new CompletableFuture<Thread>();
            Thread.startVirtualThread(() -> loop.createTask(() -> sleepThenNote(loop, 1))
                    .thenRun(() -> result.complete(Thread.currentThread())));
            return result;
        });

        assertThat(ranOn).isSameAs(Thread.currentThread());
        assertThat(trail).containsExactly("1 ms: slept 1");
    }

    @Test
    void interruptEndsTheRun() throws Exception {
        var runner = Thread.startVirtualThread(() -> {
            try {
                EventLoop.run(loop -> loop.sleep(ofHours(1)));
            } catch (Exception thrown) {
                note(nameOf(thrown));
            }
        });

        Thread.sleep(ofSeconds(2));
        runner.interrupt();
        runner.join();

        assertThat(trail).containsExactly("2000 ms: InterruptedException");
    }

    // ---- close

    @Test
    void closingCancelsSleepsInOrderOfDeadlines() {
        var loop = new EventLoop();
        for (int hours : new int[] {3, 1, 2}) {
            loop.sleep(ofHours(hours)).whenComplete((woke, failure) -> trail.add(hours + " h " + nameOf(failure)));
        }

        loop.close();
        loop.close();

        assertThat(trail)
                .containsExactly("1 h CancellationException", "2 h CancellationException", "3 h CancellationException");
        assertThat(clock.elapsed()).isZero();
    }

    @Test
    void closedLoopRejectsCallbacks() {
        var loop = new EventLoop();
        loop.close();
        var refusedElsewhere = CompletableFuture.runAsync(() -> loop.execute(() -> {}));

        assertThatThrownBy(() -> loop.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(refusedElsewhere::join).hasCauseInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> loop.runUntilComplete(completedFuture("late")))
                .isInstanceOf(IllegalStateException.class);
    }

    private void note(String what) {
        trail.add(clock.elapsed().toMillis() + " ms: " + what);
    }

    private CompletableFuture<Void> sleepThenNote(EventLoop loop, int millis) {
        return loop.sleep(ofMillis(millis)).thenRun(() -> note("slept " + millis));
    }

    private Task<Void> taskThatSleeps(EventLoop loop, String name, int millis) {
        return loop.createTask(name, () -> {
            note(name + " starts");
            return loop.sleep(ofMillis(millis)).thenRun(() -> note(name + " is complete"));
        });
    }

    private static void block(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static int millisOf(int number) {
        return 1 + number % 7;
    }

    private static String nameOf(Throwable failure) {
        return failure.getClass().getSimpleName();
    }
}

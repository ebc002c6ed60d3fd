package eventloop;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventLoopTest {
    /** What happened, in order. */
    private final List<String> trail = new ArrayList<>();

    @Test
    void returnsWhatMainCompletesWith() throws Exception {
        assertThat(EventLoop.<String>run(loop -> completedFuture("done"))).isEqualTo("done");
    }

    @Test
    void throwsWhatMainFailedWithItself() {
        var failure = new IOException("no network");

        assertThatThrownBy(() -> EventLoop.run(loop -> failedFuture(failure))).isSameAs(failure);
        assertThatThrownBy(() -> EventLoop.run(loop -> loop.sleep(ofMillis(1)).thenRun(() -> {
            throw new CompletionException(failure);
        }))).isSameAs(failure);
    }

    @Test
    void runsCallbacksInTheOrderGivenAndNewOnesOnTheNextTurn() throws Exception {
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
    void aTaskStartsOnTheNextTurnNotAtOnce() throws Exception {
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
    void sleepsEndInTheOrderOfTheirDeadlinesAndThenOfTheirStart() throws Exception {
        EventLoop.run(loop -> loop
                .gather(List.of(sleepThenNote(loop, 30), sleepThenNote(loop, 10), sleepThenNote(loop, 20))));

        assertThat(trail).containsExactly("10", "20", "30");
    }

    @Test
    void aLoopMadeByHandRunsTwiceAndKeepsWhatWaits() throws Exception {
        try (var loop = new EventLoop()) {
            var slow = loop.createTask("long", () -> sleepThenNote(loop, 20));
            loop.runUntilComplete(loop.createTask("short", () -> sleepThenNote(loop, 1)));
            trail.add("between");
            loop.runUntilComplete(slow);
        }

        assertThat(trail).containsExactly("1", "between", "20");
    }

    @Test
    void gatherGivesResultsInTheOrderAskedFor() throws Exception {
        List<String> results = EventLoop.run(loop -> loop.gather(loop.sleep(ofMillis(5)).thenApply(woke -> "slow"),
                completedFuture("fast")));

        assertThat(results).containsExactly("slow", "fast");
    }

    @Test
    void gatherFailsWithTheFirstFailureAndTheOthersGoOn() throws Exception {
        var failure = new IOException("users are gone");

        try (var loop = new EventLoop()) {
            var slow = loop.createTask(() -> sleepThenNote(loop, 5));
            assertThatThrownBy(() -> loop.runUntilComplete(loop.gather(slow, failedFuture(failure)))).isSameAs(failure);
            assertThat(slow).isNotDone();
            loop.runUntilComplete(slow);
        }

        assertThat(trail).containsExactly("5");
    }

    @Test
    void gatherOfNothingIsAnEmptyList() throws Exception {
        assertThat(EventLoop.<List<String>>run(loop -> loop.gather(List.of()))).isEmpty();
    }

    @Test
    void aLoopInsideALoopIsRefused() {
        assertThatThrownBy(() -> EventLoop.run(loop -> {
            try {
                EventLoop.run(inner -> completedFuture("never"));
                return completedFuture("never");
            } catch (Exception refused) {
                return failedFuture(refused);
            }
        })).isInstanceOf(IllegalStateException.class).hasMessageContaining("thenCompose");
    }

    @Test
    void aCallbackThatThrowsDoesNotEndTheLoop() throws Exception {
        EventLoop.run(loop -> {
            loop.execute(() -> {
                throw new IllegalStateException("on purpose, in a test");
            });
            loop.execute(() -> trail.add("still running"));
            return loop.sleep(ZERO);
        });

        assertThat(trail).containsExactly("still running");
    }

    @Test
    void aTaskWhoseBodyThrowsFails() {
        var failure = new IllegalArgumentException("no such guest");

        assertThatThrownBy(() -> EventLoop.run(loop -> loop.createTask(() -> {
            throw failure;
        }))).isSameAs(failure);
    }

    @Test
    void aCancelledTaskNeverStarts() throws Exception {
        EventLoop.run(loop -> {
            loop.createTask("unwanted", () -> completedFuture(trail.add("unwanted"))).cancel(false);
            return loop.sleep(ZERO);
        });

        assertThat(trail).isEmpty();
    }

    @Test
    void aCancelledSleepIsNotWaitedFor() throws Exception {
        EventLoop.run(loop -> {
            var night = loop.sleep(ofHours(8));
            loop.execute(() -> night.cancel(false));
            return night.handle((woke, failure) -> trail.add(failure.getClass().getSimpleName()));
        });

        assertThat(trail).containsExactly("CancellationException");
    }

    @Test
    void otherThreadsWakeTheLoop() throws Exception {
        var result = new CompletableFuture<String>();

        try (var loop = new EventLoop()) {
            var helper = Thread.ofPlatform().unstarted(() -> loop.execute(() -> result.complete("woken")));
            loop.execute(helper::start);
            assertThat(loop.runUntilComplete(result)).isEqualTo("woken");
        }
    }

    @Test
    void aResultCompletedByAnotherThreadEndsTheRun() throws Exception {
        assertThat(EventLoop.<String>run(loop -> CompletableFuture.supplyAsync(() -> "from the common pool")))
                .isEqualTo("from the common pool");
    }

    @Test
    void callbacksOfEachProducerArriveOnceAndInOrder() throws Exception {
        int each = 50_000;
        var seen = List.of(new ArrayList<Integer>(), new ArrayList<Integer>());
        var allSeen = new CompletableFuture<Void>();

        try (var loop = new EventLoop()) {
            for (var numbers : seen) {
                Thread.startVirtualThread(() -> IntStream.range(0, each).forEach(number -> loop.execute(() -> {
                    numbers.add(number);
                    if (seen.getFirst().size() + seen.getLast().size() == 2 * each) {
                        allSeen.complete(null);
                    }
                })));
            }
            loop.runUntilComplete(allSeen);
        }

        assertThat(seen).allSatisfy(numbers -> assertThat(numbers).hasSize(each).isSorted());
    }

    @Test
    void tasksAndSleepsAskedForByAnotherThreadRunOnTheLoop() throws Exception {
        Thread loopThread = Thread.currentThread();

        Thread ranOn = EventLoop.run(loop -> {
            var result = new CompletableFuture<Thread>();
            Thread.startVirtualThread(() -> loop.createTask(() -> loop.sleep(ofMillis(1)))
                    .thenRun(() -> result.complete(Thread.currentThread())));
            return result;
        });

        assertThat(ranOn).isSameAs(loopThread);
    }

    @Test
    void anInterruptEndsTheRun() throws Exception {
        var asleep = new CountDownLatch(1);
        var trailOfThread = new CompletableFuture<Throwable>();
        Thread runner = Thread.startVirtualThread(() -> {
            try {
                EventLoop.run(loop -> {
                    asleep.countDown();
                    return loop.sleep(ofHours(1));
                });
            } catch (Exception thrown) {
                trailOfThread.complete(thrown);
            }
        });

        asleep.await();
        runner.interrupt();

        assertThat(trailOfThread.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void closingCancelsWhatSleepsSoonestFirst() {
        var loop = new EventLoop();
        for (int hours : new int[]{3, 1, 2}) {
            loop.sleep(ofHours(hours)).whenComplete((woke, failure) -> trail.add(hours + " h " + failure.getClass()
                    .getSimpleName()));
        }

        loop.close();
        loop.close();

        String cancelled = CancellationException.class.getSimpleName();
        assertThat(trail).containsExactly("1 h " + cancelled, "2 h " + cancelled, "3 h " + cancelled);
    }

    @Test
    void aClosedLoopTakesNothing() throws Exception {
        var loop = new EventLoop();
        loop.close();
        var refusedElsewhere = CompletableFuture.runAsync(() -> loop.execute(() -> {}));

        assertThatThrownBy(() -> loop.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(refusedElsewhere::join).hasCauseInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> loop.runUntilComplete(completedFuture("late"))).isInstanceOf(
                IllegalStateException.class);
    }

    @Test
    void hundredsOfThousandsOfSleepsEndInOrder() throws Exception {
        int sleeps = 200_000;
        var woken = new ArrayList<Integer>();

        EventLoop.run(loop -> loop.gather(IntStream.range(0, sleeps).mapToObj(number -> loop.sleep(ofMillis(1 + number
                % 7)).thenRun(() -> woken.add(number % 7))).toList()));

        assertThat(woken).hasSize(sleeps);
    }

    private CompletableFuture<Void> sleepThenNote(EventLoop loop, int millis) {
        return loop.sleep(ofMillis(millis)).thenRun(() -> trail.add(String.valueOf(millis)));
    }
}

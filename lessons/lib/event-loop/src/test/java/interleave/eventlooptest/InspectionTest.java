package interleave.eventlooptest;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.eventloop.AsyncLock;
import interleave.eventloop.AsyncQueue;
import interleave.eventloop.AsyncSemaphore;
import interleave.eventloop.EventLoop;
import interleave.eventloop.inspection.EventLoops;
import interleave.eventloop.inspection.LoopData;
import interleave.eventloop.inspection.NodeData;
import interleave.virtualtime.VirtualTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What another process sees of a loop: each task, what it waits for, since when, and for whom. */
class InspectionTest {
    private static final int LIMIT = 1_000;

    @Test
    void namesReasonAndTimeOfEachTask() throws Exception {
        LoopData loop = readAfterFiveSeconds(running -> {
            var queue = new AsyncQueue<String>(running, 1);
            running.createTask("napper", () -> running.sleep(ofHours(1)));
            running.createTask("consumer", () -> queue.take().thenAccept(item -> {}));
            running.createTask("impatient", () -> running.timeout(ofSeconds(8), new CompletableFuture<>()));
        });

        assertThat(reason(loop, "napper").text()).matches("sleep, 359[45]\\.[09] s left");
        assertThat(reason(loop, "consumer").text()).isEqualTo("take from queue 1, which is empty");
        assertThat(reason(loop, "impatient").text()).matches("timeout of 8 s, (3\\.0|2\\.9) s left");
        assertThat(reasons(loop, reason(loop, "impatient")))
                .extracting(NodeData::text)
                .containsExactly("CompletableFuture, which other code completes");
        assertThat(loop.nodes())
                .filteredOn(node -> List.of("napper", "consumer", "impatient").contains(node.text()))
                .allSatisfy(task -> {
                    assertThat(task.state()).isEqualTo("waiting");
                    assertThat(task.waitMillis()).isBetween(4_990L, 5_010L);
                });
    }

    @Test
    void timeIsThatOfTheLastStep() throws Exception {
        LoopData loop = readAfterFiveSeconds(running -> running.createTask(
                "worker", () -> running.sleep(ofSeconds(4)).thenCompose(slept -> running.sleep(ofHours(1)))));

        assertThat(task(loop, "worker").waitMillis()).isBetween(990L, 1_010L);
    }

    @Test
    void fullQueueBlocksItsProducer() throws Exception {
        LoopData loop = readAfterFiveSeconds(running -> {
            var queue = new AsyncQueue<Integer>(running, 1);
            running.createTask("producer", () -> queue.put(1).thenCompose(put -> queue.put(2)));
        });

        assertThat(reason(loop, "producer").text()).isEqualTo("put into queue 1, which is full, capacity 1");
        assertThat(reason(loop, "producer").holder())
                .as("a queue has no holder")
                .isZero();
    }

    @Test
    void namesHolderOfLockThatWasPassedOn() throws Exception {
        LoopData loop = readAfterFiveSeconds(running -> {
            var lock = new AsyncLock(running);
            running.createTask("first", () -> lock.withLock(() -> running.sleep(ofSeconds(1))));
            running.createTask("second", () -> lock.withLock(() -> running.sleep(ofHours(1))));
            running.createTask("third", () -> lock.withLock(() -> running.sleep(ofHours(1))));
        });

        assertThat(reason(loop, "third").text()).isEqualTo("lock 1");
        assertThat(reason(loop, "third").holder())
                .isEqualTo(task(loop, "second").id());
    }

    @Test
    void namesTaskThatEndedWithoutReleasing() throws Exception {
        LoopData loop = readAfterFiveSeconds(running -> {
            var permit = new AsyncSemaphore(running, 1);
            running.createTask("forgetful", permit::acquire);
            running.createTask("patient", () -> running.sleep(ofSeconds(1)).thenCompose(slept -> permit.acquire()));
        });

        assertThat(task(loop, "forgetful").state()).isEqualTo("ended");
        assertThat(reason(loop, "patient").holder())
                .isEqualTo(task(loop, "forgetful").id());
    }

    @Test
    void nestedGathersKeepTheirLevels() throws Exception {
        LoopData loop = readAfterFiveSeconds(running -> {
            var one = running.createTask("one", () -> running.sleep(ofSeconds(1)));
            var two = running.createTask("two", () -> running.sleep(ofHours(1)));
            var three = running.createTask("three", () -> running.sleep(ofHours(1)));
            running.createTask("all", () -> running.gather(running.gather(one, two), three));
        });

        NodeData outer = reason(loop, "all");
        assertThat(outer.text()).isEqualTo("gather, 2 of 2 left");
        assertThat(reasons(loop, outer)).extracting(NodeData::text).containsExactly("gather, 1 of 2 left", "three");
        assertThat(reasons(loop, reasons(loop, outer).getFirst()))
                .extracting(NodeData::text)
                .containsExactly("two");
    }

    @Test
    void sharedChainIsFollowedOnce() throws Exception {
        LoopData loop = readAfterFiveSeconds(running -> {
            CompletableFuture<Void> shared = running.sleep(ofHours(1));
            for (int step = 0; step < 1_000; step++) {
                shared = shared.thenRun(() -> {});
            }
            CompletableFuture<Void> end = shared;
            IntStream.range(0, 100).forEach(number -> running.createTask("waiter-" + number, () -> end));
        });

        assertThat(reason(loop, "waiter-99")).isEqualTo(reason(loop, "waiter-0"));
        assertThat(loop.nodes()).hasSize(100 + 2); // the waiters, main, and one sleep
    }

    @Test
    void chainThatWaitsForItselfIsNotFollowedForever() throws Exception {
        var read = new AtomicReference<LoopData>();
        EventLoop.run(loop -> {
            var self = new AtomicReference<CompletableFuture<Void>>();
            self.set(loop.sleep(ofMillis(1)).thenCompose(slept -> self.get()));
            loop.createTask("ouroboros", self::get);
            return loop.sleep(ofMillis(2)).thenRun(() -> {
                read.set(of(Thread.currentThread()));
                self.get().complete(null);
            });
        });

        LoopData loop = read.get();
        NodeData future = reason(loop, "ouroboros");
        assertThat(future.awaits()).containsExactly(future.id());
    }

    @Test
    void limitBoundsTheNodes() throws Exception {
        LoopData loop = readAfterFiveSeconds(running -> IntStream.range(0, 2 * LIMIT)
                .forEach(number -> running.createTask("t" + number, () -> running.sleep(ofHours(1)))));

        assertThat(loop.nodes()).hasSize(LIMIT);
        assertThat(loop.isComplete()).isFalse();
    }

    @Test
    void debugModeKnowsTheLineOfEachWait() throws Exception {
        LoopData loop = readAfterFiveSeconds(running -> {
            running.setDebug(true);
            var nap = running.createTask("napper", () -> running.sleep(ofHours(1)));
            running.createTask("gathering", () -> running.gather(nap));
        });

        assertThat(loop.debug()).isTrue();
        assertThat(List.of(reason(loop, "napper"), reason(loop, "gathering"), task(loop, "napper")))
                .extracting(NodeData::place)
                .allMatch(place -> place.startsWith(InspectionTest.class.getName()) && place.contains(".java:"));
    }

    @Test
    void withoutDebugModePlacesAreEmpty() throws Exception {
        LoopData loop = readAfterFiveSeconds(running -> running.createTask("napper", () -> running.sleep(ofHours(1))));

        assertThat(loop.debug()).isFalse();
        assertThat(reason(loop, "napper").place()).isEmpty();
    }

    @Test
    void blockedLoopIsReadAllTheSame() throws Exception {
        var blocked = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var thread = new AtomicReference<Thread>();
        try (var loopThread = Executors.newVirtualThreadPerTaskExecutor()) {
            var run = loopThread.submit(() -> EventLoop.run(loop -> {
                thread.set(Thread.currentThread());
                loop.createTask("victim", () -> loop.sleep(ofMillis(1)));
                return loop.createTask("culprit", () -> {
                    blocked.countDown();
                    await(release);
                    return loop.completed(null);
                });
            }));
            blocked.await();

            LoopData loop = of(thread.get());

            release.countDown();
            run.get();
            assertThat(loop.state()).isEqualTo("running");
            assertThat(loop.runningTask()).isEqualTo(task(loop, "culprit").id());
            assertThat(loop.place()).contains("(InspectionTest.java:");
            assertThat(task(loop, "culprit").state()).isEqualTo("running");
            assertThat(task(loop, "victim").state()).isEqualTo("waiting");
        }
    }

    @Test
    void tasksThatComeAndGoDoNotDisturbTheReader() throws Exception {
        var reader = new AtomicReference<CompletableFuture<Void>>();
        EventLoop.run(loop -> {
            Thread thread = Thread.currentThread();
            loop.createTask("constant", reader::get);
            reader.set(CompletableFuture.runAsync(() -> {
                for (int reading = 0; reading < 200; reading++) {
                    assertThat(of(thread).nodes()).extracting(NodeData::text).contains("main", "constant");
                }
            }));
            return churn(loop, reader.get());
        });
        reader.get().get();
    }

    private static CompletionStage<Void> churn(EventLoop loop, CompletableFuture<Void> until) {
        return until.isDone()
                ? loop.completed(null)
                : loop.gather(IntStream.range(0, 50)
                                .mapToObj(number -> loop.createTask(() -> loop.sleep(ofMillis(number % 2))))
                                .toList())
                        .thenCompose(done -> churn(loop, until));
    }

    @Test
    void closedLoopIsForgotten() throws Exception {
        var number = new AtomicReference<Integer>();
        EventLoop.run(loop -> {
            number.set(of(Thread.currentThread()).number());
            return loop.completed(null);
        });

        assertThat(new EventLoops().read(LIMIT)).extracting(LoopData::number).doesNotContain(number.get());
    }

    private static void await(CountDownLatch release) {
        try {
            release.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Prepares a loop, and reads it after five seconds of virtual time. */
    private static LoopData readAfterFiveSeconds(Consumer<EventLoop> preparation) throws Exception {
        var read = new AtomicReference<LoopData>();
        VirtualTime.run(() -> EventLoop.run(loop -> {
            preparation.accept(loop);
            return loop.sleep(ofSeconds(5)).thenRun(() -> read.set(of(Thread.currentThread())));
        }));
        return read.get();
    }

    /** The loop that runs on a thread. */
    private static LoopData of(Thread thread) {
        return new EventLoops()
                .read(LIMIT).stream()
                        .filter(loop -> loop.threadId() == thread.threadId())
                        .reduce((older, newer) -> newer)
                        .orElseThrow();
    }

    private static NodeData task(LoopData loop, String name) {
        return loop.nodes().stream()
                .filter(node -> node.text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The one thing that a task waits for. */
    private static NodeData reason(LoopData loop, String name) {
        List<NodeData> reasons = reasons(loop, task(loop, name));
        assertThat(reasons).hasSize(1);
        return reasons.getFirst();
    }

    private static List<NodeData> reasons(LoopData loop, NodeData node) {
        Function<Integer, NodeData> byId = id -> loop.nodes().stream()
                .filter(other -> other.id() == id)
                .findFirst()
                .orElseThrow();
        return node.awaits().stream().map(byId).toList();
    }
}

package claims;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import interleave.virtualtime.RunListener;
import interleave.virtualtime.Stuck;
import interleave.virtualtime.ThrowingRunnable;
import interleave.virtualtime.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report of a deadlock, for each kind of thing that a thread can wait for. */
class DeadlockReportTest {

    @Test
    void namesThreadThatRunsTheTask() {
        assertThat(report(() -> {
                    try (var pool = Executors.newFixedThreadPool(1, named("worker"))) {
                        pool.submit(() -> await(new CountDownLatch(1))).get();
                    }
                }))
                .contains("main waits for a FutureTask, run by worker-1", "worker-1 waits for a CountDownLatch");
    }

    @Test
    void namesPoolWhoseQueueHasTheTask() {
        assertThat(report(() -> nestedTasks(1, named("worker"))))
                .startsWith("Deadlock: every thread waits, and none can continue, at 0.0 s")
                .contains("worker-1 waits for a FutureTask, queued behind its own task")
                .doesNotContain("Cycle");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void showsCycleOfPoolWhoseThreadsAllWaitForItsQueue(boolean virtual) {
        ThreadFactory threads = virtual ? Thread.ofVirtual().name("worker-", 1).factory() : named("worker");

        assertThat(report(() -> nestedTasks(2, threads)))
                .contains("Break the cycle: a task of a pool must not wait for a task in the queue of the same pool.")
                .containsPattern("Cycle: worker-. waits for worker-. waits for worker-.")
                .contains("worker-2 waits for a FutureTask, queued behind the tasks of worker-1, worker-2");
    }

    @Test
    void findsDependentOfQueuedTask() {
        assertThat(report(() -> {
                    try (var pool = Executors.newFixedThreadPool(1, named("worker"))) {
                        pool.submit(() -> CompletableFuture.supplyAsync(() -> 1, pool)
                                        .thenApply(one -> one + 1)
                                        .thenCombine(CompletableFuture.completedFuture(1), Integer::sum)
                                        .join())
                                .get();
                    }
                }))
                .contains("worker-1 waits for a CompletableFuture, queued behind its own task");
    }

    @Test
    void findsTaskInQueueOfCommonPool() {
        assertThat(report(() -> {
                    var start = new CountDownLatch(1);
                    for (int worker = 0; worker < ForkJoinPool.getCommonPoolParallelism(); worker++) {
                        CompletableFuture.runAsync(() -> await(start));
                    }
                    CompletableFuture.runAsync(start::countDown).join();
                }))
                .contains("main waits for a CompletableFuture, queued behind the tasks of"
                        + " ForkJoinPool.commonPool-worker-1, ForkJoinPool.commonPool-worker-2");
    }

    @Test
    void namesReaderThatAWriterWaitsFor() {
        var lock = new ReentrantReadWriteLock();

        assertThat(report(() -> {
                    lock.readLock().lock();
                    Thread.ofPlatform()
                            .name("writer")
                            .start(() -> lock.writeLock().lock())
                            .join();
                }))
                .contains("Cycle: main waits for writer waits for main")
                .contains("writer waits for a ReentrantReadWriteLock, held by main");
    }

    @Test
    void namesThreadThatWaitsForItsOwnReadLock() {
        var lock = new ReentrantReadWriteLock();

        assertThat(report(() -> {
                    lock.readLock().lock();
                    lock.writeLock().lock();
                }))
                .contains("main waits for a ReentrantReadWriteLock, held by itself");
    }

    @Test
    void semaphoreHasNoOwner() {
        assertThat(report(() -> {
                    var permit = new Semaphore(1);
                    permit.acquire();
                    permit.acquire();
                }))
                .startsWith("Deadlock: every thread waits, and none can continue")
                .contains("main waits for a Semaphore\n");
    }

    /** The threads that are interrupted at the end go on, and their output is not that of the program. */
    @Test
    void outputAfterTheDeadlockIsDropped() {
        List<String> printed = new ArrayList<>();
        var stuck = catchThrowable(() -> new VirtualTime()
                .listener(new RunListener() {
                    @Override
                    public void printed(Thread thread, Duration at, String line) {
                        printed.add(line);
                    }
                })
                .start(() -> {
                    IO.println("before");
                    await(new CountDownLatch(1));
                    IO.println("after");
                }));

        assertThat(stuck).isInstanceOf(Stuck.class);
        assertThat(printed).containsExactly("before");
    }

    /** A running thread may hold the lock of a queue, so the report at a limit does not look into queues. */
    @Test
    void reportAtLimitDoesNotLookIntoQueues() {
        assertThat(report(() -> {
                    Thread.startVirtualThread(() -> {
                        while (true) {
                            sleep();
                        }
                    });
                    nestedTasks(1, named("worker"));
                }))
                .startsWith("Still waiting")
                .contains("worker-1 waits for a FutureTask\n");
    }

    private static void nestedTasks(int size, ThreadFactory threads) throws Exception {
        try (var pool = Executors.newFixedThreadPool(size, threads)) {
            var started = new CountDownLatch(size);
            for (int task = 1; task < size; task++) {
                pool.submit(() -> outer(pool, started));
            }
            pool.submit(() -> outer(pool, started)).get();
        }
    }

    private static Object outer(ExecutorService pool, CountDownLatch started) throws Exception {
        started.countDown();
        started.await();
        return pool.submit(() -> 1).get();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            // goes on
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(ofSeconds(1));
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    private static ThreadFactory named(String prefix) {
        return Thread.ofPlatform().name(prefix + "-", 1).factory();
    }

    private static String report(ThrowingRunnable body) {
        var stuck = catchThrowable(() -> VirtualTime.run(body));
        assertThat(stuck).isInstanceOf(Stuck.class);
        return stuck.getMessage() + "\n";
    }
}

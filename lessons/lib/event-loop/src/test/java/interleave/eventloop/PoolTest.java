package interleave.eventloop;

import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.InVirtualTime;
import interleave.virtualtime.VirtualClock;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Blocking work on a bounded pool, which belongs to the program. */
@InVirtualTime
class PoolTest extends EventTrail {
    PoolTest(VirtualClock clock) {
        super(clock);
    }

    @Test
    void runsAsManyAsThePoolHasThreads() throws Exception {
        try (var pool = pool(2, 2)) {
            EventLoop.run(loop -> loop.gather(Stream.of("a", "b", "c", "d")
                    .map(name -> work(loop, pool, name))
                    .toList()));
        }

        assertThat(trail).containsExactlyInAnyOrder("1 s: a", "1 s: b", "2 s: c", "2 s: d");
    }

    @Test
    void workOfFullQueueFailsAtOnce() throws Exception {
        try (var pool = pool(1, 1)) {
            EventLoop.run(loop -> loop.gather(Stream.of("running", "queued", "rejected")
                    .map(name -> work(loop, pool, name).exceptionally(failure -> {
                        note(name + ": " + nameOf(failure));
                        return null;
                    }))
                    .toList()));
        }

        assertThat(trail).containsExactly("0 s: rejected: RejectedExecutionException", "1 s: running", "2 s: queued");
    }

    @Test
    void closedPoolRejectsWork() {
        var pool = pool(1, 1);
        pool.close();

        assertThatThrownBy(() -> EventLoop.run(loop -> loop.toThread(pool, () -> "never")))
                .isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void failsWithExceptionOfWork() {
        var failure = new IOException("disk on fire");

        assertThatThrownBy(() -> {
                    try (var pool = pool(1, 1)) {
                        EventLoop.run(loop -> loop.toThread(pool, () -> {
                            throw failure;
                        }));
                    }
                })
                .isSameAs(failure);
    }

    @Test
    void resultArrivesOnTheLoop() throws Exception {
        try (var pool = pool(1, 1)) {
            EventLoop.run(loop -> {
                var loopThread = Thread.currentThread();
                return loop.toThread(pool, Thread::currentThread).thenAccept(worker -> {
                    assertThat(worker).isNotSameAs(loopThread);
                    assertThat(Thread.currentThread()).isSameAs(loopThread);
                });
            });
        }
    }

    @Test
    void cancellingInterruptsTheThreadWhichThenRunsOtherWork() throws Exception {
        try (var pool = pool(1, 1)) {
            EventLoop.run(loop -> {
                var abandoned = loop.toThread(pool, this::interruptible);
                var next = work(loop, pool, "next");
                return loop.timeout(ofSeconds(1), abandoned)
                        .handle((value, failure) -> null)
                        .thenCompose(late -> next);
            });
        }

        assertThat(trail).containsExactly("1 s: interrupted", "2 s: next");
    }

    @Test
    void cancelledWorkLeavesTheQueue() throws Exception {
        try (var pool = pool(1, 1)) {
            EventLoop.run(loop -> {
                var running = work(loop, pool, "running");
                var queued = work(loop, pool, "queued");
                queued.cancel(true);
                assertThat(pool.getQueue()).isEmpty();
                return loop.gather(running, work(loop, pool, "takes its place"));
            });
        }

        assertThat(trail).containsExactly("1 s: running", "2 s: takes its place");
    }

    @Test
    void closingTheLoopInterruptsWorkAndLeavesThePoolOpen() throws Exception {
        try (var pool = pool(1, 1)) {
            EventLoop.run(loop -> {
                loop.toThread(pool, this::interruptible);
                work(loop, pool, "queued");
                return loop.sleep(ofSeconds(1));
            });
            assertThat(pool.isShutdown()).isFalse();
            assertThat(pool.getQueue()).isEmpty();
        }

        assertThat(trail).containsExactly("1 s: interrupted");
    }

    @Test
    void handsOverFromAnotherThread() throws Exception {
        try (var pool = pool(1, 1)) {
            EventLoop.run(loop -> {
                var done = new CompletableFuture<Void>();
                Thread.startVirtualThread(() -> work(loop, pool, "from outside").thenRun(() -> done.complete(null)));
                return loop.adopt(done);
            });
        }

        assertThat(trail).containsExactly("1 s: from outside");
    }

    private CompletableFuture<Void> work(EventLoop loop, ThreadPoolExecutor pool, String name) {
        return loop.toThread(pool, () -> {
                    Thread.sleep(ofSeconds(1));
                    return name;
                })
                .thenAccept(this::note);
    }

    private Object interruptible() throws InterruptedException {
        try {
            Thread.sleep(ofSeconds(10));
        } catch (InterruptedException stopped) {
            note("interrupted");
            throw stopped;
        }
        return "never";
    }

    private static ThreadPoolExecutor pool(int threads, int queued) {
        return new ThreadPoolExecutor(threads, threads, 0, SECONDS, new ArrayBlockingQueue<>(queued));
    }
}

package interleave.eventloop;

import static java.time.Duration.ofSeconds;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.InVirtualTime;
import interleave.virtualtime.VirtualClock;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Semaphore, lock and queue of the loop: when tasks wait, in which order they continue, and that nothing is lost. */
@InVirtualTime
class SynchronizersTest extends EventTrail {
    SynchronizersTest(VirtualClock clock) {
        super(clock);
    }

    // ---- semaphore

    @Test
    void admitsAtMostAsManyTasksAsPermits() throws Exception {
        var inside = new AtomicInteger();
        var peak = new AtomicInteger();
        EventLoop.run(loop -> {
            var semaphore = new AsyncSemaphore(loop, 5);
            return loop.gather(IntStream.range(0, 12)
                    .mapToObj(n -> loop.createTask(() -> semaphore.withPermit(() -> {
                        peak.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        return loop.sleep(ofSeconds(1)).thenRun(inside::decrementAndGet);
                    })))
                    .toList());
        });

        assertThat(peak).hasValue(5);
        assertThat(inside).hasValue(0);
        assertThat(clock.elapsed()).isEqualTo(ofSeconds(3));
    }

    @Test
    void grantsPermitsInOrderOfRequests() throws Exception {
        EventLoop.run(loop -> {
            var semaphore = new AsyncSemaphore(loop, 1);
            return loop.gather(Stream.of("a", "b", "c")
                    .map(name ->
                            semaphore.withPermit(() -> loop.sleep(ofSeconds(1)).thenRun(() -> note(name))))
                    .toList());
        });

        assertThat(trail).containsExactly("1 s: a", "2 s: b", "3 s: c");
    }

    @Test
    void lateAcquirerDoesNotBargePastGrantedPermit() throws Exception {
        EventLoop.run(loop -> {
            var semaphore = new AsyncSemaphore(loop, 1);
            semaphore.acquire();
            var first = semaphore.acquire().thenRun(() -> note("first"));
            semaphore.release();
            var second = semaphore.acquire().thenRun(() -> note("second"));
            return first.thenRun(semaphore::release).thenCompose(released -> second);
        });

        assertThat(trail).containsExactly("0 s: first", "0 s: second");
    }

    @Test
    void skipsCancelledWaiter() throws Exception {
        EventLoop.run(loop -> {
            var semaphore = new AsyncSemaphore(loop, 1);
            semaphore.acquire();
            var first = semaphore.withPermit(() -> noted("never"));
            var second = semaphore.withPermit(() -> noted("second"));
            first.cancel(false);
            semaphore.release();
            return second.thenRun(() -> assertThat(semaphore.availablePermits()).isOne());
        });

        assertThat(trail).containsExactly("0 s: second");
    }

    @Test
    void cancelledWaiterLeavesTheQueue() throws Exception {
        EventLoop.run(loop -> {
            var semaphore = new AsyncSemaphore(loop, 1);
            semaphore.acquire();
            semaphore.acquire().cancel(false);
            semaphore.release();
            assertThat(semaphore.availablePermits()).isOne();
            return loop.completed(null);
        });
    }

    @Test
    void passesPermitOfCancelledWaiterToTheNext() throws Exception {
        EventLoop.run(loop -> {
            var semaphore = new AsyncSemaphore(loop, 1);
            semaphore.acquire();
            var first = semaphore.withPermit(() -> noted("never"));
            var second = semaphore.withPermit(() -> noted("second"));
            semaphore.release(); // granted to the first waiter, which continues in the next turn
            first.cancel(false);
            return second.thenRun(() -> assertThat(semaphore.availablePermits()).isOne());
        });

        assertThat(trail).containsExactly("0 s: second");
    }

    @Test
    void withPermitReturnsPermitHoweverTheBodyEnds() throws Exception {
        EventLoop.run(loop -> {
            var semaphore = new AsyncSemaphore(loop, 1);
            var throwing = semaphore.withPermit(() -> {
                throw new IllegalStateException("before its first wait");
            });
            var failing = semaphore.withPermit(() -> failedFuture(new IOException("later")));
            var cancelled = semaphore.withPermit(() -> loop.sleep(ofSeconds(10)));
            return loop.sleep(ofSeconds(1))
                    .thenRun(() -> cancelled.cancel(false))
                    .thenRun(() -> {
                        assertThat(throwing).isCompletedExceptionally();
                        assertThat(failing).isCompletedExceptionally();
                        assertThat(semaphore.availablePermits()).isOne();
                    });
        });
    }

    @Test
    void semaphoreRejectsOtherThreads() throws Exception {
        EventLoop.run(loop -> {
            var semaphore = new AsyncSemaphore(loop, 1);
            return loop.toThread(() -> {
                assertThatThrownBy(semaphore::acquire)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("createTask");
                return null;
            });
        });
        assertThatThrownBy(() -> new AsyncSemaphore(new EventLoop(), -1)).isInstanceOf(IllegalArgumentException.class);
    }

    // ---- lock

    @Test
    void lockProtectsReadAndWriteAcrossAWait() throws Exception {
        var balance = new AtomicInteger();
        EventLoop.run(loop -> {
            var lock = new AsyncLock(loop);
            return loop.gather(IntStream.range(0, 10)
                            .mapToObj(n -> loop.createTask(() -> lock.withLock(() -> {
                                int read = balance.get();
                                return loop.sleep(ofSeconds(1)).thenRun(() -> balance.set(read + 1));
                            })))
                            .toList())
                    .thenRun(() -> assertThat(lock.isLocked()).isFalse());
        });

        assertThat(balance).hasValue(10);
        assertThat(clock.elapsed()).isEqualTo(ofSeconds(10));
    }

    @Test
    void updatesAreLostWithoutTheLock() throws Exception {
        var balance = new AtomicInteger();
        EventLoop.run(loop -> loop.gather(IntStream.range(0, 10)
                .mapToObj(n -> loop.createTask(() -> {
                    int read = balance.get();
                    return loop.sleep(ofSeconds(1)).thenRun(() -> balance.set(read + 1));
                }))
                .toList()));

        assertThat(balance).hasValue(1);
    }

    @Test
    void rejectsReleaseOfFreeLock() {
        assertThatThrownBy(() -> new AsyncLock(new EventLoop()).release()).isInstanceOf(IllegalStateException.class);
    }

    // ---- queue

    @Test
    void fastProducerWaitsForRoom() throws Exception {
        var peak = new AtomicInteger();
        EventLoop.run(loop -> {
            var queue = new AsyncQueue<Integer>(loop, 2);
            var producer = loop.createTask("producer", () -> produce(queue, 1, 6, peak));
            var consumer = loop.createTask("consumer", () -> consume(loop, queue, 6));
            return loop.gather(producer, consumer);
        });

        assertThat(peak).hasValue(2);
        assertThat(trail).containsExactly("1 s: 1", "2 s: 2", "3 s: 3", "4 s: 4", "5 s: 5", "6 s: 6");
    }

    @Test
    void consumerWaitsForItem() throws Exception {
        EventLoop.run(loop -> {
            var queue = new AsyncQueue<String>(loop, 1);
            var taken = queue.take().thenAccept(this::note);
            loop.sleep(ofSeconds(2)).thenCompose(woke -> queue.put("late"));
            return taken;
        });

        assertThat(trail).containsExactly("2 s: late");
    }

    @Test
    void cancelledTakeLosesNoItem() throws Exception {
        EventLoop.run(loop -> {
            var queue = new AsyncQueue<String>(loop, 1);
            var first = queue.take();
            var second = queue.take();
            queue.put("item"); // for the first waiter, which continues in the next turn
            first.cancel(false);
            return second.thenAccept(this::note)
                    .thenRun(() -> assertThat(queue.size()).isZero());
        });

        assertThat(trail).containsExactly("0 s: item");
    }

    @Test
    void cancelledPutAddsNoItem() throws Exception {
        EventLoop.run(loop -> {
            var queue = new AsyncQueue<String>(loop, 1);
            queue.put("first");
            queue.put("unwanted").cancel(false);
            queue.put("second");
            return queue.take()
                    .thenAccept(this::note)
                    .thenCompose(took -> queue.take())
                    .thenAccept(this::note);
        });

        assertThat(trail).containsExactly("0 s: first", "0 s: second");
    }

    @Test
    void rejectsCapacityOfZero() {
        assertThatThrownBy(() -> new AsyncQueue<>(new EventLoop(), 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static CompletableFuture<Void> produce(
            AsyncQueue<Integer> queue, int number, int last, AtomicInteger peak) {
        return queue.put(number).thenCompose(in -> {
            peak.accumulateAndGet(queue.size(), Math::max);
            return number == last
                    ? CompletableFuture.<Void>completedFuture(null)
                    : produce(queue, number + 1, last, peak);
        });
    }

    private CompletableFuture<Void> consume(EventLoop loop, AsyncQueue<Integer> queue, int left) {
        if (left == 0) {
            return loop.completed(null);
        }
        return queue.take()
                .thenCompose(item -> loop.sleep(ofSeconds(1)).thenRun(() -> note("" + item)))
                .thenCompose(done -> consume(loop, queue, left - 1));
    }

    private CompletableFuture<Void> noted(String what) {
        note(what);
        return CompletableFuture.completedFuture(null);
    }
}

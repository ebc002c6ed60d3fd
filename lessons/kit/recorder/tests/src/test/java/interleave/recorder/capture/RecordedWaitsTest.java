package interleave.recorder.capture;

import static interleave.recorder.Recorded.lane;
import static interleave.recorder.Recorded.lines;
import static interleave.recorder.Recorded.only;
import static interleave.recorder.Recorded.timeline;
import static interleave.recorder.Recorded.until;
import static interleave.recorder.Recorded.waits;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.Recorded;
import interleave.recorder.ThreadKind;
import interleave.recorder.model.Lane;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import interleave.recorder.model.ThreadCount;
import interleave.recorder.model.Timeline;
import interleave.virtualtime.ThrowingRunnable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records small programs with known waits. */
class RecordedWaitsTest {

    @Test
    void recordsSequentialSleeps() throws Exception {
        Timeline timeline = timeline(() -> {
            for (String name : List.of("Alice", "Bob", "Charlie")) {
                IO.println("Hello, " + name + "!");
                Thread.sleep(1);
                IO.println("Goodbye, " + name + "!");
            }
        });

        Lane main = lane(timeline, "main");
        assertThat(timeline.lanes()).containsExactly(main);
        assertThat(main.start()).isZero();
        assertThat(main.end()).isEqualTo(timeline.duration());
        assertThat(main.outlives()).isFalse();
        assertThat(waits(main)).containsExactly(State.SLEEP, State.SLEEP, State.SLEEP);
        assertThat(lines(main))
                .containsExactly(
                        "Hello, Alice!",
                        "Goodbye, Alice!",
                        "Hello, Bob!",
                        "Goodbye, Bob!",
                        "Hello, Charlie!",
                        "Goodbye, Charlie!");
        assertThat(timeline.threads()).isEqualTo(new ThreadCount(1, 0));
        assertThat(timeline.peakInProgress()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void recordsWaitForMonitorOfSleepingThread(ThreadKind kind) throws Exception {
        Timeline timeline = timeline(() -> {
            var lock = new Object();
            Thread waiter;
            synchronized (lock) {
                waiter = kind.start("waiter", () -> {
                    synchronized (lock) {
                        IO.println("mine");
                    }
                });
                until(waiter, Thread.State.BLOCKED);
                everyCarrierTakesAnotherThread();
                Thread.sleep(1);
            }
            waiter.join();
        });

        Span sleep = only(lane(timeline, "main"), State.SLEEP);
        Span blocked = only(lane(timeline, "waiter"), State.LOCK);
        assertThat(blocked.start()).isLessThan(sleep.start());
        assertThat(blocked.end()).isGreaterThanOrEqualTo(sleep.end());
        assertThat(lane(timeline, "waiter").marks().getFirst().at()).isGreaterThan(blocked.end());
    }

    @ParameterizedTest
    @EnumSource
    void recordsWaitForReentrantLock(ThreadKind kind) throws Exception {
        Timeline timeline = timeline(() -> {
            var lock = new ReentrantLock();
            Thread waiter;
            lock.lock();
            try {
                waiter = kind.start("waiter", () -> {
                    lock.lock();
                    try {
                        IO.println("mine");
                    } finally {
                        lock.unlock();
                    }
                });
                until(waiter, Thread.State.WAITING);
                Thread.sleep(1);
            } finally {
                lock.unlock();
            }
            waiter.join();
        });

        Span sleep = only(lane(timeline, "main"), State.SLEEP);
        Span blocked = only(lane(timeline, "waiter"), State.LOCK);
        assertThat(blocked.start()).isLessThan(sleep.start());
        assertThat(blocked.end()).isGreaterThanOrEqualTo(sleep.end());
    }

    @ParameterizedTest
    @EnumSource
    void recordsWaitForNotification(ThreadKind kind) throws Exception {
        Timeline timeline = timeline(() -> {
            var condition = new Object();
            Thread waiter = kind.start("waiter", () -> {
                synchronized (condition) {
                    waitOn(condition);
                }
            });
            until(waiter, Thread.State.WAITING);
            Thread.sleep(1);
            synchronized (condition) {
                condition.notifyAll();
            }
            waiter.join();
        });

        Span sleep = only(lane(timeline, "main"), State.SLEEP);
        Span waiting = only(lane(timeline, "waiter"), State.OTHER);
        assertThat(waiting.detail()).isEqualTo("waiting to be notified");
        assertThat(waiting.start()).isLessThan(sleep.start());
        assertThat(waiting.end()).isGreaterThan(sleep.end());
    }

    @ParameterizedTest
    @EnumSource
    void recordsAllKindsOfWaitsInOrder(ThreadKind kind) throws Exception {
        Timeline timeline = timeline(() -> {
            var latch = new CountDownLatch(1);
            var permit = new Semaphore(0);
            var items = new LinkedBlockingQueue<String>();
            var future = new CompletableFuture<String>();
            Thread waiter = kind.start("waiter", () -> {
                quietly(latch::await);
                IO.println("latch");
                permit.acquireUninterruptibly();
                IO.println("permit");
                quietly(items::take);
                IO.println("item");
                future.join();
            });
            until(waiter, Thread.State.WAITING);
            latch.countDown();
            while (!permit.hasQueuedThreads()) {
                Thread.onSpinWait();
            }
            until(waiter, Thread.State.WAITING);
            permit.release();
            while (future.getNumberOfDependents() == 0) {
                items.offer("one is enough, more do no harm");
                Thread.onSpinWait();
            }
            until(waiter, Thread.State.WAITING);
            future.complete("done");
            waiter.join();
        });

        assertThat(Recorded.waitSpans(lane(timeline, "waiter")))
                .filteredOn(span ->
                        !span.detail().equals("waiting for an item")) // the item may have arrived before the take
                .extracting(Span::detail)
                .containsExactly("waiting for a latch", "waiting for a permit", "blocked on a future");
    }

    @ParameterizedTest
    @EnumSource
    void readEndedByCloseIsOnlyWaitForSocket(ThreadKind kind) throws Exception {
        Timeline timeline = timeline(() -> {
            try (var serverChannel = ServerSocketChannel.open()
                            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                    var client = SocketChannel.open(serverChannel.getLocalAddress())) {
                var silent = serverChannel.accept();
                Thread reader = kind.start("reader", () -> {
                    try {
                        silent.read(ByteBuffer.allocate(1));
                    } catch (IOException closed) {
                        IO.println("closed");
                    }
                });
                untilItReads(reader);
                silent.close();
                reader.join();
                assertThat(client.isOpen()).isTrue();
            }
        });

        Lane reader = lane(timeline, "reader");
        assertThat(waits(reader)).as("%s", reader).isNotEmpty().containsOnly(State.IO);
    }

    /** Waits until a platform thread is in the system call, or a virtual thread is parked. */
    private static void untilItReads(Thread reader) {
        if (reader.isVirtual()) {
            until(reader, Thread.State.WAITING);
            return;
        }
        while (Arrays.stream(reader.getStackTrace())
                .noneMatch(frame -> frame.getMethodName().equals("read0"))) {
            Thread.onSpinWait();
        }
    }

    /** Keeps all carriers busy, so that a blocked virtual thread must have left its carrier. */
    private static void everyCarrierTakesAnotherThread() throws InterruptedException {
        int carriers = Runtime.getRuntime().availableProcessors();
        var running = new AtomicInteger();
        var threads = IntStream.range(0, carriers)
                .mapToObj(i -> Thread.startVirtualThread(() -> {
                    running.incrementAndGet();
                    while (running.get() < carriers) {
                        Thread.onSpinWait();
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void waitOn(Object condition) {
        quietly(condition::wait);
    }

    private static void quietly(ThrowingRunnable action) {
        try {
            action.run();
        } catch (Throwable failed) {
            throw new IllegalStateException(failed);
        }
    }
}

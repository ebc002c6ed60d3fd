package interleave.virtualtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run leaves no traces, however it ends: the next one behaves like the first. */
@Timeout(60)
class CleanlinessTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    @AfterEach
    void nextRunBehavesLikeTheFirst() throws Throwable {
        var log = new Transcript();
        assertEquals(Duration.ofMillis(40), Runs.run(() -> ordinaryProgram(log)).elapsed());
        assertThat(log.lines())
                .containsExactly(
                        "20 Thread[#4,pool-1-thread-1,5,main]", "20 ForkJoinPool.commonPool-worker-1", "40 Thread-0");
    }

    private static void ordinaryProgram(Transcript log) throws Exception {
        try (var pool = Executors.newFixedThreadPool(1)) {
            pool.submit(() -> {
                        Thread.sleep(20);
                        log.at(Thread.currentThread());
                        return "done";
                    })
                    .get();
        }
        CompletableFuture.runAsync(() -> log.at(Thread.currentThread().getName()))
                .get();
        Row.start(() -> {
                    Thread.sleep(20);
                    log.at(Thread.currentThread().getName());
                })
                .join();
    }

    @Test
    void cleansUpAfterFailure() {
        assertThatThrownBy(() -> Runs.run(() -> {
                    Row.start(() -> Thread.sleep(100));
                    throw new IllegalStateException("oops");
                }))
                .hasMessage("oops");
    }

    @Test
    void cleansUpAfterDeadlock() {
        assertThatThrownBy(() -> Runs.run(() -> {
                    Row.startVirtual(() -> new CountDownLatch(1).await());
                    var lock = new ReentrantLock();
                    Row.start(lock::lock).join();
                    lock.lock();
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a ReentrantLock");
    }

    @Test
    void cleansUpAfterLoopThatOnlyCounts() {
        assertThatThrownBy(() -> Runs.limited(SHORT, () -> {
                    long count = 0;
                    while (count >= 0) {
                        count = (count + 1) % 1000;
                    }
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("main does not pause");
        assertThat(drivers()).isEmpty();
    }

    @Test
    void cleansUpAfterLoopThatCatchesEverything() {
        assertThatThrownBy(() -> Runs.limited(SHORT, () -> {
                    var number = new AtomicLong();
                    while (number.get() >= 0) {
                        try {
                            number.set(1);
                        } catch (Exception caught) {
                            number.set(2);
                        }
                    }
                }))
                .isInstanceOf(AssertionError.class);
        assertThat(drivers()).isEmpty();
    }

    private static List<String> drivers() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter("virtual-time"::equals)
                .toList();
    }

    @Test
    void remainingThreadIsInterruptedAndNeverRunsAgain() throws Throwable {
        var log = new Transcript();
        var threads = new ArrayList<Thread>();
        Runs.run(() -> {
            threads.add(Row.start(() -> log.outcome(() -> {
                Thread.sleep(100);
                return "slept";
            })));
            threads.add(Row.startVirtual(() -> {
                while (true) {
                    LockSupport.parkNanos(1_000_000);
                    Thread.interrupted();
                }
            }));
            Thread.sleep(10);
        });
        assertThat(log.lines()).containsExactly("10 InterruptedException");
        assertThat(threads.get(0).getState()).isEqualTo(Thread.State.TERMINATED);
        threads.get(1).interrupt();
        LockSupport.unpark(threads.get(1));
        assertThat(threads.get(1).getState()).isNotEqualTo(Thread.State.TERMINATED);
    }

    @Test
    void remainingThreadIsReleased() throws Throwable {
        var left = new ArrayList<WeakReference<Thread>>();
        for (int i = 0; i < 50; i++) {
            Runs.run(() -> {
                left.add(new WeakReference<>(Row.start(new CountDownLatch(1)::await)));
                left.add(new WeakReference<>(Row.startVirtual(CleanlinessTest::parkForever)));
                left.add(new WeakReference<>(Row.start(CleanlinessTest::parkForever)));
                CompletableFuture.runAsync(CleanlinessTest::parkForever);
                new CompletableFuture<Void>().orTimeout(1, TimeUnit.HOURS);
                Executors.newFixedThreadPool(1).execute(CleanlinessTest::parkForever);
                Thread.sleep(1);
            });
        }
        for (int i = 0; i < 20 && left.stream().anyMatch(thread -> thread.get() != null); i++) {
            System.gc();
        }
        assertThat(left).allMatch(thread -> thread.get() == null);
    }

    private static void parkForever() {
        while (true) {
            LockSupport.park();
            Thread.interrupted();
        }
    }

    @Test
    void runsTakeTurns() throws Exception {
        try (var pool = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> runs = () -> {
                for (int i = 0; i < 25; i++) {
                    var log = new Transcript();
                    if (!Runs.takes(40, () -> ordinaryProgram(log))
                            || log.lines().size() != 3) {
                        return false;
                    }
                }
                return true;
            };
            for (Future<Boolean> all : pool.invokeAll(List.of(runs, runs, runs, runs))) {
                assertThat(all.get()).isTrue();
            }
        }
    }
}

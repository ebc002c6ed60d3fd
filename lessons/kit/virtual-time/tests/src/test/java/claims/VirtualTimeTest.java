package claims;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.Stuck;
import interleave.virtualtime.ThreadTrace;
import interleave.virtualtime.VirtualTime;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {

    @Test
    void sleepTakesExactVirtualTimeAndNoRealTime() throws Exception {
        assertThat(VirtualTime.run(() -> Thread.sleep(ofHours(5))))
                .took(ofHours(5))
                .leftNothingRunning()
                .peakConcurrency(1);
    }

    @Test
    void recordsVirtualTimeOfEachLine() throws Exception {
        var run = VirtualTime.run(() -> {
            IO.println("now");
            Thread.sleep(ofSeconds(2));
            IO.print("in ");
            Thread.startVirtualThread(() -> IO.println("between")).join();
            IO.print("pieces");
        });

        assertThat(run)
                .printed("now", "between", "in pieces")
                .printedAt(ZERO, "now")
                .printedAt(ofSeconds(2), "between", "in pieces");
        assertThat(run.lines().getFirst().thread()).isEqualTo("main");
    }

    @Test
    void poolOfTwoRunsThreeTasksInTwoRounds() throws Exception {
        var run = VirtualTime.run(() -> {
            try (var pool = Executors.newFixedThreadPool(2)) {
                for (int task = 0; task < 3; task++) {
                    pool.submit(() -> {
                        Thread.sleep(ofSeconds(1));
                        return Thread.currentThread().getName();
                    });
                }
            }
        });

        assertThat(run).took(ofSeconds(2)).peakConcurrency(2).leftNothingRunning();
        assertThat(run.threads())
                .extracting(ThreadTrace::name)
                .containsExactly("main", "pool-1-thread-1", "pool-1-thread-2");
    }

    @Test
    void thousandVirtualThreadsSleepConcurrently() throws Exception {
        var run = VirtualTime.run(() -> {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int task = 0; task < 1000; task++) {
                    threads.submit(() -> {
                        Thread.sleep(ofSeconds(1));
                        return "slept";
                    });
                }
            }
        });

        assertThat(run).took(ofSeconds(1)).peakConcurrency(1000).leftNothingRunning();
    }

    @Test
    void rethrowsExceptionOfBody() {
        assertThatThrownBy(() -> VirtualTime.run(() -> {
                    throw new IOException("no such guest");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("no such guest");
    }

    @Test
    void reportsThreadsLeftRunning() throws Exception {
        var run = VirtualTime.run(() -> Thread.ofPlatform()
                .name("forgotten")
                .start(() -> sleepFor(ofHours(1).toMillis())));

        assertThat(run.leftRunning()).containsExactly("forgotten");
        assertThat(run).took(ZERO);
    }

    @Test
    void reportsLatchThatIsNeverCountedDown() {
        assertThatThrownBy(() -> VirtualTime.run(() -> {
                    Thread.sleep(ofSeconds(3));
                    new CountDownLatch(1).await();
                }))
                .isInstanceOf(Stuck.class)
                .hasMessageContaining("at 3.0 s of virtual time")
                .hasMessageContaining("main waits for a CountDownLatch")
                .hasMessageContaining("VirtualTimeTest.java:");
    }

    @Test
    void reportsCycleOfTwoLocks() {
        var fork = new ReentrantLock();
        var knife = new ReentrantLock();

        assertThatThrownBy(() -> VirtualTime.run(() -> {
                    var anna = Thread.ofPlatform().name("Anna").start(() -> takeBoth(fork, knife));
                    Thread.ofPlatform().name("Ben").start(() -> takeBoth(knife, fork));
                    anna.join();
                }))
                .isInstanceOf(Stuck.class)
                .hasMessageContaining("Cycle: Anna waits for Ben waits for Anna");
    }

    @Test
    void reportsCycleOfTwoMonitors() {
        var fork = new Object();
        var knife = new Object();

        assertThatThrownBy(() -> VirtualTime.run(() -> {
                    var anna = Thread.ofVirtual().name("Anna").start(() -> enterBoth(fork, knife));
                    Thread.ofVirtual().name("Ben").start(() -> enterBoth(knife, fork));
                    anna.join();
                }))
                .isInstanceOf(Stuck.class)
                .hasMessageContaining("Cycle: Anna waits for Ben waits for Anna")
                .hasMessageContaining("waits for the monitor of an Object, held by Ben");
    }

    @Test
    void reportsUnnamedThreadsByNumber() {
        var fork = new Object();
        var knife = new Object();

        assertThatThrownBy(() -> VirtualTime.run(() -> {
                    var first = Thread.startVirtualThread(() -> enterBoth(fork, knife));
                    Thread.startVirtualThread(() -> enterBoth(knife, fork));
                    first.join();
                }))
                .isInstanceOf(Stuck.class)
                .hasMessageContaining("Cycle: virtual-1 waits for virtual-2 waits for virtual-1");
    }

    @Test
    void stopsEndlessSleepAtVirtualLimit() {
        assertThatThrownBy(() -> VirtualTime.run(() -> {
                    while (true) {
                        Thread.sleep(ofHours(1));
                    }
                }))
                .isInstanceOf(Stuck.class)
                .hasMessageContaining("12 hours of virtual time, the limit");
    }

    @Test
    void stopsEndlessLoopAtRealLimitAndShowsItsLine() {
        assertThatThrownBy(() -> new VirtualTime().realLimit(ofMillis(300)).start(() -> {
                    for (long i = 0; i >= 0; i = (i + 1) & 0xffff) {
                        spin();
                    }
                }))
                .isInstanceOf(Stuck.class)
                .hasMessageContaining("main does not pause")
                .hasMessageContaining("VirtualTimeTest.java:");
    }

    @Test
    void rejectsNestedRun() {
        assertThatThrownBy(() -> VirtualTime.run(() -> VirtualTime.run(() -> {})))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot start another run");
    }

    @Test
    void sameSeedGivesSameSchedule() throws Exception {
        var first = new VirtualTime().seed(7).start(this::manySleepers);
        var second = new VirtualTime().seed(7).start(this::manySleepers);
        var other = new VirtualTime().seed(8).start(this::manySleepers);

        assertThat(first).printed(second.output().toArray(String[]::new));
        assertThat(first.schedule()).isEqualTo(second.schedule()).isNotEqualTo(other.schedule());
    }

    private void manySleepers() throws InterruptedException {
        var threads = new Thread[20];
        for (int number = 0; number < threads.length; number++) {
            int own = number;
            threads[number] = Thread.startVirtualThread(() -> {
                sleepFor(1);
                IO.println(own);
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void takeBoth(ReentrantLock first, ReentrantLock second) {
        first.lock();
        try {
            sleepFor(1);
            second.lock();
            try {
                IO.println("never");
            } finally {
                second.unlock();
            }
        } finally {
            first.unlock();
        }
    }

    private static void enterBoth(Object first, Object second) {
        synchronized (first) {
            sleepFor(1);
            synchronized (second) {
                IO.println("never");
            }
        }
    }

    private static void spin() {}

    private static void sleepFor(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

package claims;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.Stuck;
import interleave.virtualtime.hangs.HangWatch;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In real time, a hang is reported, and everything that may still continue is not. */
@Timeout(300)
class HangWatchTest {
    /** A verdict takes at most 3 s on an idle machine. */
    private static final Duration FOR_A_VERDICT = Duration.ofSeconds(100);

    private static final Duration LESS_THAN_A_MINUTE = Duration.ofSeconds(40);

    /** How long a program that must not be reported is watched: long enough for a wrong verdict. */
    private static final Duration WITHOUT_VERDICT = Duration.ofSeconds(3);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void reportsCycleOfLocks(boolean virtual) throws Exception {
        var both = new CountDownLatch(2);
        Lock fork = new ReentrantLock();
        Lock knife = new ReentrantLock();

        String report = report(() -> {
            Thread anna = start(virtual, "Anna", () -> eat(fork, knife, both));
            start(virtual, "Ben", () -> eat(knife, fork, both));
            anna.join();
        });

        assertThat(report)
                .startsWith("Deadlock: every thread waits for another, for more than 1 s. Break the cycle")
                .contains(
                        "Cycle: Anna waits for Ben waits for Anna",
                        "main waits for Anna to end",
                        "Ben waits for a ReentrantLock, held by Anna",
                        "at claims.HangWatchTest.eat(HangWatchTest.java:")
                .doesNotContain("Common-Cleaner", "hang-watch");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void reportsCycleOfMonitors(boolean virtual) throws Exception {
        var both = new CountDownLatch(2);
        var fork = new Object();
        var knife = new Object();

        String report = report(() -> {
            Thread anna = start(virtual, "Anna", () -> enter(fork, knife, both));
            start(virtual, "Ben", () -> enter(knife, fork, both));
            anna.join();
        });

        assertThat(report)
                .contains(
                        "Cycle: Anna waits for Ben waits for Anna",
                        "Anna waits for the monitor of an Object, held by Ben; holds the monitor of an Object");
    }

    @Test
    void reportsTaskQueuedBehindTheOneThatWaitsForIt() throws Exception {
        String report = report(() -> {
            try (var pool = Executors.newFixedThreadPool(
                    1, Thread.ofPlatform().daemon().name("worker").factory())) {
                pool.submit(() -> pool.submit(() -> 1).get()).get();
            }
        });

        assertThat(report)
                .contains("main waits for a FutureTask, run by worker", "queued behind its own task")
                .doesNotContain("Cycle");
    }

    /** An idle thread of the common pool waits for its next task with a limit of a minute. */
    @Test
    void idleThreadOfTheCommonPoolDoesNotDelayVerdict() throws Exception {
        assertThat(watched(LESS_THAN_A_MINUTE, () -> {
                    CompletableFuture.runAsync(() -> IO.println("A task of the common pool"))
                            .join();
                    new CountDownLatch(1).await();
                }))
                .hasValueSatisfying(report -> assertThat(report).contains("main waits for a CountDownLatch"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void threadThatSleepsPreventsVerdict(boolean virtual) throws Exception {
        assertThat(verdict(() -> {
                    start(virtual, "sleeper", () -> Thread.sleep(Duration.ofHours(1)));
                    new CountDownLatch(1).await();
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void threadThatReadsFromASocketPreventsVerdict(boolean virtual) throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var client = new Socket(server.getInetAddress(), server.getLocalPort())) {
            assertThat(verdict(() -> {
                        start(virtual, "reader", () -> read(client.getInputStream()));
                        new CountDownLatch(1).await();
                    }))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void threadThatAcceptsConnectionsPreventsVerdict(boolean virtual) throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(verdict(() -> {
                        start(virtual, "server", () -> server.accept().close());
                        new CountDownLatch(1).await();
                    }))
                    .isEmpty();
        }
    }

    @Test
    void threadThatWaitsForAProcessPreventsVerdict() throws Exception {
        Process sleeping = new ProcessBuilder("sleep", "60").start();
        try {
            assertThat(verdict(() -> sleeping.waitFor())).isEmpty();
        } finally {
            sleeping.destroyForcibly();
        }
    }

    /** Each thread waits nearly all the time, but they make progress. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void threadsThatWakeEachOtherPreventVerdict(boolean virtual) throws Exception {
        var ping = new SynchronousQueue<Integer>();
        var pong = new SynchronousQueue<Integer>();

        assertThat(verdict(() -> {
                    start(virtual, "pong", () -> {
                        while (true) {
                            pong.put(ping.take());
                        }
                    });
                    while (true) {
                        ping.put(1);
                        pong.take();
                    }
                }))
                .isEmpty();
    }

    private static String report(Body program) throws Exception {
        return watched(FOR_A_VERDICT, program).orElseThrow();
    }

    private static Optional<String> verdict(Body program) throws Exception {
        return watched(WITHOUT_VERDICT, program);
    }

    /** The report of a program that hangs; empty if there is none within the limit. */
    @SuppressWarnings("try") // the watch is only held
    private static Optional<String> watched(Duration limit, Body program) throws Exception {
        var report = new CompletableFuture<String>();
        var others = HangWatch.Others.living();
        try (var watch = HangWatch.start(others, (stuck, threads) -> complete(report, stuck, threads))) {
            Thread main = start(false, "main", program);
            try {
                return Optional.of(report.get(limit.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException none) {
                return Optional.empty();
            } finally {
                main.interrupt();
            }
        }
    }

    private static void complete(CompletableFuture<String> report, Stuck stuck, List<Thread> threads) {
        threads.forEach(Thread::interrupt);
        report.complete(stuck.getMessage());
    }

    @FunctionalInterface
    private interface Body {
        void run() throws Exception;
    }

    private static Thread start(boolean virtual, String name, Body body) {
        Thread.Builder builder =
                virtual ? Thread.ofVirtual() : Thread.ofPlatform().daemon();
        return builder.name(name).start(() -> {
            try {
                body.run();
            } catch (Exception stopped) {
                // the test has ended
            }
        });
    }

    private static void eat(Lock first, Lock second, CountDownLatch both) throws InterruptedException {
        first.lockInterruptibly();
        both.countDown();
        both.await();
        second.lockInterruptibly();
    }

    private static void enter(Object first, Object second, CountDownLatch both) throws InterruptedException {
        synchronized (first) {
            both.countDown();
            both.await();
            synchronized (second) {
                IO.println("at last");
            }
        }
    }

    private static void read(InputStream in) throws IOException {
        in.read();
    }
}

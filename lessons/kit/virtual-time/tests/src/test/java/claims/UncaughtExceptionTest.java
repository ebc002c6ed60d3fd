package claims;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.InVirtualTime;
import interleave.virtualtime.ScheduleFailure;
import interleave.virtualtime.Stuck;
import interleave.virtualtime.ThreadFailed;
import interleave.virtualtime.ThrowingRunnable;
import interleave.virtualtime.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An exception that ends a thread of a run is part of its result. */
class UncaughtExceptionTest {

    static Stream<Arguments> failingPrograms() {
        return Stream.of(
                program("Anna", () -> Thread.ofPlatform().name("Anna").start(UncaughtExceptionTest::fail)),
                program("Ben", () -> Thread.ofVirtual().name("Ben").start(UncaughtExceptionTest::fail)),
                program(
                        "virtual-1",
                        () -> Thread.startVirtualThread(UncaughtExceptionTest::fail)
                                .join()),
                program("Thread-0", () -> new FailingThread().start()),
                program("pool-1-thread-1", () -> {
                    try (var pool = Executors.newFixedThreadPool(1)) {
                        pool.execute(UncaughtExceptionTest::fail);
                    }
                }),
                program("ForkJoinPool-1-worker-1", () -> {
                    try (var pool = new ForkJoinPool(1)) {
                        pool.execute(UncaughtExceptionTest::fail);
                    }
                }),
                program("ticker", () -> {
                    new Timer("ticker").schedule(new FailingTask(), 1000);
                    Thread.sleep(2000);
                }));
    }

    private static Arguments program(String thread, ThrowingRunnable body) {
        return Arguments.of(thread, body);
    }

    @ParameterizedTest
    @MethodSource("failingPrograms")
    void runFailsWithExceptionThatEndedAThread(String thread, ThrowingRunnable program) {
        assertThatThrownBy(() -> VirtualTime.run(program))
                .isInstanceOf(ThreadFailed.class)
                .hasMessageStartingWith("Thread " + thread + " ended with an uncaught")
                .hasRootCauseMessage("lost");
    }

    @ParameterizedTest
    @MethodSource("failingPrograms")
    void expectedExceptionIsPartOfTheRun(String thread, ThrowingRunnable program) throws Exception {
        var run = new VirtualTime().expectUncaught().start(program);

        assertThat(run).hasUncaughtException(thread, IllegalStateException.class);
        assertThatThrownBy(() -> assertThat(run).hasNoUncaughtException()).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(run).hasUncaughtException(thread, Error.class))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(run).hasUncaughtException("other", IllegalStateException.class))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void tellsWhenTheThreadFailed() throws Exception {
        var run = new VirtualTime()
                .expectUncaught()
                .start(() -> Thread.ofPlatform()
                        .start(() -> {
                            sleepOneSecond();
                            fail();
                        })
                        .join());

        assertThat(run.uncaught())
                .singleElement()
                .satisfies(only -> assertThat(only.at()).isEqualTo(ofSeconds(1)));
    }

    @Test
    void countsFurtherThreads() {
        assertThatThrownBy(() -> VirtualTime.run(() -> {
                    Thread.ofPlatform().start(UncaughtExceptionTest::fail);
                    Thread.ofPlatform().start(UncaughtExceptionTest::fail);
                }))
                .hasMessageContaining("at 0.0 s of virtual time; so did one more thread.")
                .satisfies(failed -> assertThat(failed.getSuppressed()).hasSize(1));
    }

    @Test
    void handlerOfThreadTakesException() throws Exception {
        var taken = new ArrayList<Throwable>();
        var run = VirtualTime.run(() -> {
            Thread.ofPlatform()
                    .uncaughtExceptionHandler((thread, failure) -> taken.add(failure))
                    .start(UncaughtExceptionTest::fail);
            Thread.ofVirtual()
                    .uncaughtExceptionHandler((thread, failure) -> taken.add(failure))
                    .start(UncaughtExceptionTest::fail);
            ThreadFactory handled = Thread.ofPlatform()
                    .uncaughtExceptionHandler((thread, failure) -> taken.add(failure))
                    .factory();
            try (var pool = Executors.newFixedThreadPool(1, handled)) {
                pool.execute(UncaughtExceptionTest::fail);
            }
        });

        assertThat(run).hasNoUncaughtException();
        assertThat(taken).hasSize(3);
    }

    @Test
    void handlerOfThreadGroupTakesException() throws Exception {
        var taken = new ArrayList<Throwable>();
        var run = VirtualTime.run(() -> {
            var group = new ThreadGroup("handled") {
                @Override
                public void uncaughtException(Thread thread, Throwable failure) {
                    taken.add(failure);
                }
            };
            new Thread(group, UncaughtExceptionTest::fail).start();
        });

        assertThat(run).hasNoUncaughtException();
        assertThat(taken).hasSize(1);
    }

    @Test
    void defaultHandlerOfProgramTakesExceptionInEachRunAndIsRemoved() throws Exception {
        var before = Thread.getDefaultUncaughtExceptionHandler();
        for (int time = 0; time < 2; time++) {
            var run = VirtualTime.run(() -> {
                Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {});
                Thread.ofPlatform().start(UncaughtExceptionTest::fail).join();
            });
            assertThat(run).hasNoUncaughtException();
        }
        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(before);
    }

    @Test
    void handlerThatFailsIsIgnored() throws Exception {
        var run = VirtualTime.run(() -> Thread.ofPlatform()
                .uncaughtExceptionHandler((thread, failure) -> fail())
                .start(UncaughtExceptionTest::fail));

        assertThat(run).hasNoUncaughtException();
    }

    @Test
    void exceptionStoredInFutureIsNotUncaught() throws Exception {
        var run = VirtualTime.run(() -> {
            CompletableFuture.runAsync(UncaughtExceptionTest::fail);
            try (var pool = Executors.newFixedThreadPool(1)) {
                pool.submit(UncaughtExceptionTest::fail);
            }
        });

        assertThat(run).hasNoUncaughtException();
    }

    @Test
    void interruptAtTheEndOfTheRunDoesNotCount() throws Exception {
        var run = VirtualTime.run(() -> Thread.ofPlatform().name("forgotten").start(() -> {
            sleepOneSecond();
            IO.println("awake");
        }));

        assertThat(run).hasNoUncaughtException();
        assertThat(run.leftRunning()).containsExactly("forgotten");
    }

    @Test
    void failureOfBodyComesFirst() {
        assertThatThrownBy(() -> VirtualTime.run(() -> {
                    Thread.ofPlatform().start(UncaughtExceptionTest::fail).join();
                    throw new AssertionError("expected 2 but was 1");
                }))
                .hasMessage("expected 2 but was 1")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("lost"));
    }

    @Test
    void reportOfDeadlockNamesThreadThatFailed() {
        assertThatThrownBy(() -> VirtualTime.run(() -> {
                    var ready = new CountDownLatch(1);
                    Thread.ofPlatform().name("Anna").start(() -> {
                        fail();
                        ready.countDown();
                    });
                    ready.await();
                }))
                .isInstanceOf(Stuck.class)
                .hasMessageContaining(
                        "Thread Anna had ended at 0.0 s with an uncaught java.lang.IllegalStateException: lost.")
                .satisfies(stuck -> assertThat(stuck.getSuppressed()).hasSize(1));
    }

    @Test
    void exploreFindsScheduleInWhichAThreadFails() {
        assertThatThrownBy(() -> VirtualTime.explore(1000, () -> {
                    var box = new Box();
                    var anna = Thread.ofPlatform().name("Anna").start(() -> {
                        if (box.content != null) {
                            box.content.clear();
                        }
                    });
                    var ben = Thread.ofPlatform().name("Ben").start(() -> box.content = null);
                    anna.join();
                    ben.join();
                }))
                .isInstanceOf(ScheduleFailure.class)
                .hasMessageContaining("Thread Anna ended with an uncaught java.lang.NullPointerException")
                .hasMessageContaining("write content :");
    }

    @Test
    void exploreAcceptsExceptionThatTheProgramHandles() {
        assertThatCode(() -> VirtualTime.explore(
                        20,
                        () -> Thread.ofPlatform()
                                .uncaughtExceptionHandler((thread, failure) -> {})
                                .start(UncaughtExceptionTest::fail)
                                .join()))
                .doesNotThrowAnyException();
    }

    @Test
    @InVirtualTime(expectUncaught = true)
    void annotationExpectsUncaughtException() throws InterruptedException {
        Thread.ofPlatform().start(UncaughtExceptionTest::fail).join();
    }

    private static final class Box {
        private List<String> content = new ArrayList<>();
    }

    private static final class FailingThread extends Thread {
        @Override
        public void run() {
            fail();
        }
    }

    private static final class FailingTask extends TimerTask {
        @Override
        public void run() {
            fail();
        }
    }

    private static void fail() {
        throw new IllegalStateException("lost");
    }

    private static void sleepOneSecond() {
        try {
            Thread.sleep(ofSeconds(1));
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}

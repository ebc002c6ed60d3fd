package lazyandforgotten;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.eventloop.EventLoop;
import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The claims of lesson 04, in virtual time: when each version runs, and where its exception goes. */
class CallerTest {
    private static final Greeting ALICE = new Greeting("Alice", ofSeconds(1));
    private static final Greeting NO_NAME = new Greeting("", ofSeconds(1));
    private static final String FAILED = "Failed: there is nobody to greet";

    private final PrintStream realErr = System.err;
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void captureStderr() {
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restoreStderr() {
        System.setErr(realErr);
    }

    static List<Caller> lazyVersions() {
        return List.of(new WithThreadPool(), new WithEventLoop(), new WithVirtualThreads());
    }

    static List<Caller> versionsThatStoreTheException() {
        return List.of(new WithThreadPool(), new WithEventLoop(), new WithCompletableFuture());
    }

    static List<Caller> versionsThatReportAtOnce() {
        return List.of(new WithEventLoop(), new WithVirtualThreads(), new WithCompletableFuture());
    }

    // ---- Lazy ----

    @Test
    void plainCallRunsAtOnceAndBlocksCaller() throws Exception {
        assertThat(run(Example.LAZY, new Sequential()))
                .took(ofSeconds(3))
                .printedAt(ZERO)
                .printedAt(ofSeconds(1), "Hello, Alice!", "Called")
                .printedAt(ofSeconds(3), "Run it", "Done");
    }

    @ParameterizedTest
    @MethodSource("lazyVersions")
    void lazyVersionsDoNothingUntilTheyAreRun(Caller caller) throws Exception {
        assertThat(run(Example.LAZY, caller))
                .took(ofSeconds(3))
                .printed("Called", "Run it", "Hello, Alice!", "Done")
                .printedAt(ZERO, "Called")
                .printedAt(ofSeconds(2), "Run it")
                .printedAt(ofSeconds(3), "Hello, Alice!", "Done");
    }

    @Test
    void completableFutureStartsAtOnce() throws Exception {
        assertThat(run(Example.LAZY, new WithCompletableFuture()))
                .took(ofSeconds(2))
                .printedAt(ZERO, "Called")
                .printedAt(ofSeconds(1), "Hello, Alice!")
                .printedAt(ofSeconds(2), "Run it", "Done");
    }

    /** Calling a coroutine function of asyncio, by contrast, does nothing. */
    @Test
    void methodThatReturnsFutureStartsWhenCalledOnTheLoop() throws Exception {
        var run = VirtualTime.run(() -> EventLoop.run(loop -> {
            CompletableFuture<String> called = loop.sleep(ALICE.pause()).thenApply(slept -> ALICE.sayHello());
            IO.println("Called");
            return loop.sleep(ofSeconds(2)).thenCompose(waited -> called);
        }));

        assertThat(run).took(ofSeconds(2)).printedAt(ZERO, "Called").printedAt(ofSeconds(1), "Hello, Alice!");
    }

    @Test
    void callableRunsTwice() throws Exception {
        var run = VirtualTime.run(() -> {
            Callable<String> called = ALICE::greet;
            try (var pool = Executors.newSingleThreadExecutor()) {
                pool.submit(called).get();
                pool.submit(called).get();
            }
        });

        assertThat(run).took(ofSeconds(2)).printed("Hello, Alice!", "Hello, Alice!");
    }

    @Test
    void threadStartsOnlyOnce() throws Exception {
        var run = VirtualTime.run(() -> {
            Thread called = Thread.ofVirtual().unstarted(ALICE::greet);
            called.start();
            called.join();
            assertThatThrownBy(called::start).isInstanceOf(IllegalThreadStateException.class);
        });

        assertThat(run).took(ofSeconds(1)).printed("Hello, Alice!");
    }

    @Test
    void runIsPlainCallOnPlatformThreadAndDoesNothingOnVirtualThread() throws Exception {
        assertThat(VirtualTime.run(() -> {
                    Thread.ofPlatform().unstarted(ALICE::greet).run();
                    IO.println("next line");
                }))
                .took(ofSeconds(1))
                .printed("Hello, Alice!", "next line");

        assertThat(VirtualTime.run(
                        () -> Thread.ofVirtual().unstarted(ALICE::greet).run()))
                .took(ZERO)
                .printed();
    }

    @Test
    void futureRunsOnceForSeveralGets() throws Exception {
        var run = VirtualTime.run(() -> {
            var called = CompletableFuture.supplyAsync(ALICE::greet);
            assertThat(called.get()).isEqualTo("Hello, Alice!");
            assertThat(called.get()).isEqualTo("Hello, Alice!");
        });

        assertThat(run).took(ofSeconds(1)).printed("Hello, Alice!");
    }

    /** A pool's future interrupts its thread, and a loop's future cancels its timer. This one does neither. */
    @Test
    void cancellingCompletableFutureDoesNotStopTheWork() throws Exception {
        var run = VirtualTime.run(() -> {
            var called = CompletableFuture.supplyAsync(ALICE::greet);
            Thread.sleep(ofMillis(500));
            called.cancel(true);
            assertThatThrownBy(called::get).isInstanceOf(CancellationException.class);
            Thread.sleep(ofSeconds(2));
        });

        assertThat(run).printedAt(ofSeconds(1), "Hello, Alice!");
    }

    // ---- Forgotten ----

    @ParameterizedTest
    @MethodSource("versionsThatStoreTheException")
    void exceptionOfDiscardedFutureIsLost(Caller caller) throws Exception {
        assertThat(run(Example.FORGOTTEN, caller)).took(ofSeconds(2)).printed("Going on", "Done");
        assertThat(errors()).isEmpty();
    }

    @Test
    void uncaughtExceptionOfThreadIsPrintedOnStderr() throws Exception {
        assertThat(run(Example.FORGOTTEN, new WithVirtualThreads()))
                .took(ofSeconds(2))
                .printed("Going on", "Done")
                .hasUncaughtException("greeting", IllegalArgumentException.class);
        assertThat(errors())
                .startsWith("Exception in thread \"greeting\" java.lang.IllegalArgumentException: "
                        + "there is nobody to greet");
    }

    @Test
    void exceptionOfPlainCallReachesCaller() throws Exception {
        assertThat(run(Example.FORGOTTEN, new Sequential())).printed(FAILED, "Going on", "Done");
        VirtualTime.run(() -> assertThatThrownBy(NO_NAME::greet).hasMessage("there is nobody to greet"));
    }

    /** With the same pool and the same work, submit stores the exception in a future; execute has no future. */
    @Test
    void executePrintsExceptionThatSubmitStores() throws Exception {
        VirtualTime.run(() -> {
            try (var pool = Executors.newSingleThreadExecutor()) {
                pool.submit(NO_NAME::greet);
            }
        });
        assertThat(errors()).isEmpty();

        new VirtualTime().expectUncaught().start(() -> {
            try (var pool = Executors.newSingleThreadExecutor()) {
                pool.execute(NO_NAME::greet);
            }
        });
        assertThat(errors()).contains("Exception in thread \"pool-1-thread-1\"", "there is nobody to greet");
    }

    /** The JVM does not wait for virtual threads or for threads of the common pool. */
    @Test
    void forgottenWorkMayNotFinish() throws Exception {
        var run = VirtualTime.run(() -> new WithVirtualThreads().forget(ALICE, ZERO));
        assertThat(run).printed("Going on", "Done");
        assertThat(run.leftRunning()).containsExactly("greeting");

        assertThat(VirtualTime.run(() -> new WithCompletableFuture().forget(ALICE, ZERO)))
                .printed("Going on", "Done");
    }

    @Test
    void loopCancelsForgottenTaskAndPoolWaitsForIt() throws Exception {
        assertThat(VirtualTime.run(() -> new WithEventLoop().forget(ALICE, ZERO)))
                .took(ZERO)
                .printed("Going on", "Done")
                .leftNothingRunning();
        assertThat(VirtualTime.run(() -> new WithThreadPool().forget(ALICE, ZERO)))
                .took(ofSeconds(1))
                .printed("Going on", "Done", "Hello, Alice!")
                .leftNothingRunning();
    }

    // ---- Seen ----

    @ParameterizedTest
    @MethodSource("versionsThatReportAtOnce")
    void callbacksAndHandlersReportExceptionAtOnce(Caller caller) throws Exception {
        assertThat(run(Example.SEEN, caller))
                .took(ofSeconds(2))
                .printedAt(ZERO, "Going on")
                .printedAt(ofSeconds(1), FAILED)
                .printedAt(ofSeconds(2), "Done");
        assertThat(errors()).isEmpty();
    }

    @Test
    void futureOfPoolThrowsExceptionOnGet() throws Exception {
        assertThat(run(Example.SEEN, new WithThreadPool()))
                .took(ofSeconds(2))
                .printedAt(ofSeconds(1))
                .printedAt(ofSeconds(2), "Done", FAILED);
    }

    @Test
    void debugModeReportsExceptionThatWasNeverRetrieved() throws Exception {
        VirtualTime.run(() -> EventLoop.run(loop -> {
            loop.setDebug(true);
            loop.createTask("greeting", () -> loop.sleep(ofSeconds(1)).thenApply(slept -> NO_NAME.sayHello()));
            return loop.sleep(ofSeconds(2));
        }));

        assertThat(errors())
                .contains(
                        "task \"greeting\" failed at 1 s and its exception was never retrieved",
                        "IllegalArgumentException: there is nobody to greet",
                        "Greeting.java:");
    }

    @Test
    void debugModeReportsTaskThatNeverStarted() throws Exception {
        var run = VirtualTime.run(() -> EventLoop.run(loop -> {
            loop.setDebug(true);
            loop.createTask("greeting", () -> loop.sleep(ofSeconds(1)).thenApply(slept -> ALICE.sayHello()));
            return loop.completed("the end");
        }));

        assertThat(run).took(ZERO).printed();
        assertThat(errors()).contains("task \"greeting\" never started", "CallerTest.java:");
    }

    // ---- All examples ----

    @Test
    void interruptedGreetingStopsAndThreadStaysInterrupted() throws Exception {
        VirtualTime.run(() -> {
            Thread.currentThread().interrupt();
            assertThatThrownBy(ALICE::greet).isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource
    void leavesNoThreadRunning(Example example) throws Exception {
        for (Caller caller :
                List.of(new Sequential(), new WithThreadPool(), new WithEventLoop(), new WithVirtualThreads())) {
            assertThat(run(example, caller)).leftNothingRunning();
        }
    }

    @Test
    void lazyIsTheDefaultExample() {
        assertThat(Example.named()).isEqualTo(Example.LAZY);
        assertThat(Example.named("seen")).isEqualTo(Example.SEEN);
        assertThatThrownBy(() -> Example.named("scene"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown argument 'scene'. After --, this lesson accepts lazy, forgotten or seen.");
    }

    private static VirtualRun run(Example example, Caller caller) throws Exception {
        return new VirtualTime().expectUncaught().start(() -> example.run(caller));
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }
}

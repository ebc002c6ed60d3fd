package interleave.eventlooptest;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.eventloop.AsyncQueue;
import interleave.eventloop.EventLoop;
import interleave.eventloop.Task;
import interleave.virtualtime.Stuck;
import interleave.virtualtime.VirtualTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The reports of the loop on stderr. The test has a separate package, because reports skip the loop's own packages. */
@ResourceLock(Resources.SYSTEM_ERR)
class DebugTest {

    @Test
    void reportsSlowCallbackWithTaskTimeAndPlace() throws Exception {
        assertThat(saidBy(loop -> loop.createTask(
                        "blocking", () -> loop.sleep(ofSeconds(1)).thenRun(() -> block(250)))))
                .containsPattern("callback of task \"blocking\" took 250 ms; no other task could run\\.")
                .containsPattern(
                        "It was scheduled at interleave\\.eventlooptest\\.DebugTest\\.\\S+\\(DebugTest\\.java:\\d+\\)")
                .contains("loop.toThread")
                .hasLineCount(2);
    }

    @Test
    void ignoresCallbackOf100Milliseconds() throws Exception {
        assertThat(saidBy(loop ->
                        loop.createTask("polite", () -> loop.sleep(ofSeconds(1)).thenRun(() -> block(100)))))
                .isEmpty();
    }

    @Test
    void ignoresCallbackThatTurnsDebugModeOn() throws Exception {
        assertThat(said(() -> EventLoop.run(loop -> {
                    loop.setDebug(true);
                    return loop.sleep(ofSeconds(1));
                })))
                .isEmpty();
    }

    @Test
    void ignoresCallbackThatTurnsDebugModeOff() throws Exception {
        assertThat(saidBy(loop -> {
                    loop.setDebug(false);
                    block(250);
                    return loop.sleep(ofSeconds(1));
                }))
                .isEmpty();
    }

    @Test
    void ignoresFailureAfterCancellation() throws Exception {
        assertThat(saidBy(loop -> {
                    var sleep = loop.sleep(ofSeconds(10));
                    sleep.cancel(false);
                    sleep.completeExceptionally(new IOException("too late"));
                    return loop.sleep(ofSeconds(1));
                }))
                .isEmpty();
    }

    @Test
    void ignoresStepsAfterEndlessSleep() throws Exception {
        assertThat(saidBy(loop -> {
                    loop.sleep(ofSeconds(10)).thenRun(() -> {});
                    return loop.sleep(ofSeconds(1));
                }))
                .isEmpty();
    }

    @Test
    void reportsSlowCallbackWithoutTaskByItsPlace() throws Exception {
        assertThat(saidBy(loop -> {
                    Thread.startVirtualThread(() -> loop.execute(() -> block(101)));
                    return loop.sleep(ofSeconds(1));
                }))
                .contains("event loop: a callback took 101 ms; no other task could run.")
                .contains("DebugTest.java");
    }

    @Test
    void reportsSlowCallbackOfTaskByItsPlace() throws Exception {
        assertThat(saidBy(loop -> loop.createTask("blocking", () -> {
                    loop.execute(() -> block(250));
                    return loop.sleep(ofSeconds(1));
                })))
                .contains("callback of task \"blocking\" took 250 ms; no other task could run.")
                .containsPattern("It was scheduled at interleave\\.eventlooptest\\.DebugTest\\.");
    }

    @Test
    void reportsUnretrievedFailureWhenTheLoopCloses() throws Exception {
        assertThat(saidBy(loop -> {
                    loop.createTask("forgotten", () -> failedFuture(new IOException("no network")));
                    return loop.sleep(ofSeconds(1));
                }))
                .contains("task \"forgotten\" failed at 0 s and its exception was never retrieved: java.io.IOException:"
                        + " no network")
                .contains("DebugTest.java")
                .hasLineCount(2);
    }

    @Test
    void reportsFailureInTheBackgroundAfterFiveSeconds() throws Exception {
        assertThat(saidBy(loop -> {
                    loop.createTask(
                            "heartbeat",
                            () -> loop.sleep(ofSeconds(1))
                                    .thenCompose(slept -> failedFuture(new IOException("no pulse"))));
                    return loop.sleep(ofMillis(6_001))
                            .thenRun(() -> System.err.println("main goes on"))
                            .thenCompose(reported -> loop.sleep(ofSeconds(10)));
                }))
                .containsSubsequence(
                        "task \"heartbeat\" failed at 1 s and its exception was never retrieved in the 5 s since then:",
                        "java.io.IOException: no pulse",
                        "main goes on")
                .hasLineCount(3);
    }

    @Test
    void reportsFailureThatComesFromAnotherThread() throws Exception {
        assertThat(saidBy(loop -> {
                    var future = loop.sleep(ofSeconds(100));
                    Thread.startVirtualThread(() -> future.completeExceptionally(new IOException("from outside")));
                    return loop.sleep(ofSeconds(10)).thenRun(() -> System.err.println("main goes on"));
                }))
                .containsSubsequence("failed at 0 s", "java.io.IOException: from outside", "main goes on");
    }

    @Test
    void reportsFailureOfTaskWhoseShieldWasCancelled() throws Exception {
        assertThat(saidBy(loop -> {
                    var saving = loop.createTask(
                            "saving",
                            () -> loop.sleep(ofSeconds(2))
                                    .thenCompose(slept -> failedFuture(new IOException("disk full"))));
                    return loop.timeout(ofSeconds(1), loop.shield(saving))
                            .handle((saved, late) -> null)
                            .thenCompose(late -> loop.sleep(ofSeconds(3)));
                }))
                .contains("task \"saving\" failed at 2 s and its exception was never retrieved");
    }

    @Test
    void ignoresFailureOfAwaitedTask() throws Exception {
        assertThat(saidBy(loop -> {
                    var broken = loop.createTask("broken", () -> failedFuture(new IOException("no network")));
                    return loop.gather(broken).handle((values, failure) -> "handled");
                }))
                .isEmpty();
    }

    @Test
    void ignoresFailureThatIsRetrievedLater() throws Exception {
        assertThat(saidBy(loop -> {
                    var broken = loop.createTask("broken", () -> failedFuture(new IOException("no network")));
                    return loop.sleep(ofSeconds(1)).thenCompose(woke -> broken.exceptionally(failure -> null));
                }))
                .isEmpty();
        assertThat(saidBy(loop -> {
                    var broken = loop.createTask("broken", () -> failedFuture(new IOException("no network")));
                    return loop.sleep(ofSeconds(1))
                            .thenRun(() -> assertThat(broken.exceptionNow()).hasMessage("no network"));
                }))
                .isEmpty();
    }

    @Test
    void ignoresCancelledTask() throws Exception {
        assertThat(saidBy(loop -> {
                    loop.createTask("unfinished", () -> loop.sleep(ofSeconds(100)));
                    return loop.sleep(ofSeconds(1));
                }))
                .isEmpty();
    }

    @Test
    void reportsTaskThatFailsWhileTheLoopCloses() throws Exception {
        assertThat(saidBy(loop -> {
                    loop.createTask(
                            "broken",
                            () -> loop.sleep(ofSeconds(100))
                                    .exceptionallyCompose(
                                            cancelled -> failedFuture(new IOException("cannot clean up"))));
                    return loop.sleep(ofSeconds(1));
                }))
                .contains("task \"broken\" failed at 1 s and its exception was never retrieved: java.io.IOException:"
                        + " cannot clean up");
    }

    @Test
    void reportsTaskThatNeverStarted() throws Exception {
        assertThat(saidBy(loop -> {
                    loop.createTask("too late", () -> completedFuture("never"));
                    return completedFuture("done at once");
                }))
                .contains("task \"too late\" never started: the loop was closed first.")
                .containsPattern(
                        "It was created at interleave\\.eventlooptest\\.DebugTest\\.\\S+\\(DebugTest\\.java:\\d+\\)")
                .hasLineCount(2);
    }

    @Test
    void reportsNothingWithoutDebugMode() throws Exception {
        assertThat(said(() -> EventLoop.run(loop -> {
                    loop.createTask("forgotten", () -> failedFuture(new IOException("no network")));
                    loop.execute(() -> block(1_000));
                    return loop.sleep(ofMillis(1))
                            .thenRun(() -> loop.createTask("too late", () -> completedFuture("never")));
                })))
                .isEmpty();
    }

    @Test
    void reportsExceptionOfCallbackInAnyMode() throws Exception {
        assertThat(said(() -> EventLoop.run(loop -> loop.createTask("broken", () -> {
                    loop.execute(() -> {
                        throw new IllegalStateException("no such guest");
                    });
                    return loop.sleep(ofSeconds(1));
                }))))
                .contains("a callback of task \"broken\" threw java.lang.IllegalStateException: no such guest")
                .contains("DebugTest.java")
                .hasLineCount(2);
    }

    @Test
    void deadlockReportNamesCycleOfTasks() {
        assertThatThrownBy(() -> VirtualTime.run(() -> EventLoop.run(loop -> {
                    var tasks = new HashMap<String, Task<Void>>();
                    tasks.put(
                            "tea",
                            loop.createTask(
                                    "tea", () -> loop.sleep(ofSeconds(1)).thenCompose(slept -> tasks.get("milk"))));
                    tasks.put(
                            "milk",
                            loop.createTask("milk", () -> tasks.get("tea").thenApply(done -> done)));
                    return tasks.get("tea");
                })))
                .isInstanceOf(Stuck.class)
                .hasMessageContaining("task \"main\" waiting for \"tea\", task \"tea\" waiting for \"milk\", task"
                        + " \"milk\" waiting for \"tea\"]. Cycle: \"tea\" waits for \"milk\" waits for \"tea\"");
    }

    @Test
    void deadlockReportNamesUnfinishedTasks() {
        assertThatThrownBy(() -> VirtualTime.run(() -> EventLoop.run(loop -> {
                    var queue = new AsyncQueue<String>(loop, 1);
                    return loop.gather(
                            loop.createTask("reader", queue::take),
                            loop.createTask("idler", () -> loop.shield(new CompletableFuture<>())));
                })))
                .isInstanceOf(Stuck.class)
                .hasMessageContaining(
                        "waits for an event loop with unfinished [task \"main\" waiting for \"reader\" and \"idler\","
                                + " task \"reader\", task \"idler\"]");
    }

    private static String saidBy(Function<EventLoop, CompletionStage<?>> main) throws Exception {
        return said(() -> {
            try (var loop = new EventLoop()) {
                loop.setDebug(true);
                return loop.runUntilComplete(
                        loop.createTask("main", () -> main.apply(loop).thenApply(any -> null)));
            }
        });
    }

    /** The reports of the loop, without warnings of the JVM. */
    private static String said(Callable<?> program) throws Exception {
        var bytes = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            VirtualTime.run(program::call);
        } finally {
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    private static void block(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

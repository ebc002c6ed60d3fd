package errors;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.eventloop.EventLoop;
import interleave.virtualtime.ThrowingRunnable;
import interleave.virtualtime.VirtualTime;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is printed if the code that started a task never asks for its exception, and whether the next task runs. */
class ForgottenTest {
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream realErr = System.err;

    @BeforeEach
    void captureStderr() {
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restoreStderr() {
        System.setErr(realErr);
    }

    @Test
    void submitIsSilent() throws Exception {
        assertRow("`submit`", "nothing", inPool(pool -> pool.submit(PageException::page)));
    }

    @Test
    void executePrintsStackTraceAndThePoolReplacesItsThread() throws Exception {
        assertRow("`execute`", "a stack trace", inPool(pool -> pool.execute(PageException::page)));
    }

    @Test
    void executeOfScheduledPoolIsSilent() throws Exception {
        assertRow("`execute` of a scheduled pool", "nothing", () -> {
            try (var pool = Executors.newScheduledThreadPool(1)) {
                pool.execute(PageException::page);
                pool.execute(ForgottenTest::nextTask);
            }
        });
    }

    @Test
    void periodicTaskIsSilentAndNeverRunsAgain() throws Exception {
        var run = run(() -> {
            try (var pool = Executors.newScheduledThreadPool(1)) {
                pool.scheduleAtFixedRate(ForgottenTest::failOrRun, 0, 1, TimeUnit.MILLISECONDS);
                Thread.sleep(PAUSE);
            }
        });
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(run).isEqualTo("no");
        assertPageShows("`scheduleAtFixedRate`", "nothing", "no");
    }

    @Test
    void supplyAsyncIsSilent() throws Exception {
        assertRow("`supplyAsync`", "nothing", () -> {
            CompletableFuture.supplyAsync(PageException::page);
            Thread.sleep(PAUSE);
            nextTask();
        });
    }

    @Test
    void threadPrintsStackTrace() throws Exception {
        assertRow("`Thread.start`", "a stack trace", () -> {
            Thread.ofVirtual().start(PageException::page).join();
            nextTask();
        });
    }

    @Test
    void loopReportsExceptionOfCallbackAndContinues() throws Exception {
        assertRow(
                "`loop.execute`",
                "a report of the loop",
                () -> EventLoop.run(loop -> {
                    loop.execute(PageException::page);
                    return loop.sleep(PAUSE).thenRun(ForgottenTest::nextTask);
                }));
    }

    @Test
    void loopReportsTaskInDebugModeOnly() throws Exception {
        assertRow("`createTask`", "nothing", () -> forgottenTask(false));
        printed.reset();
        assertRow("`createTask` in debug mode", "a report of the loop", () -> forgottenTask(true));
    }

    private static void forgottenTask(boolean debug) throws Exception {
        EventLoop.run(loop -> {
            loop.setDebug(debug);
            loop.createTask("page", () -> loop.sleep(Duration.ofMillis(1)).thenRun(PageException::page));
            return loop.sleep(PAUSE).thenRun(ForgottenTest::nextTask);
        });
    }

    private static ThrowingRunnable inPool(java.util.function.Consumer<ExecutorService> start) {
        return () -> {
            try (var pool = Executors.newFixedThreadPool(1)) {
                start.accept(pool);
                pool.execute(ForgottenTest::nextTask);
            }
        };
    }

    private static void nextTask() {
        IO.println("the next task");
    }

    private static void failOrRun() {
        IO.println("the first run");
        PageException.page();
    }

    private void assertRow(String start, String output, ThrowingRunnable program) throws Exception {
        String next = run(program);
        String err = printed.toString(StandardCharsets.UTF_8);
        switch (output) {
            case "nothing" -> assertThat(err).isEmpty();
            case "a stack trace" ->
                assertThat(err).startsWith("Exception in thread").contains("PageException: no page");
            default -> assertThat(err).startsWith("event loop:").contains("PageException: no page");
        }
        assertThat(next).isEqualTo("yes");
        assertPageShows(start, output, next);
    }

    private static String run(ThrowingRunnable program) throws Exception {
        var run = new VirtualTime().expectUncaught().start(program);
        return run.output().contains("the next task") || run.output().size() > 1 ? "yes" : "no";
    }

    private static void assertPageShows(String start, String output, String next) throws Exception {
        assertThat(Files.readString(Path.of("README.md")))
                .contains("| " + start + " | " + output + " | " + next + " |");
    }
}

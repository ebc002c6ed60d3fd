package interleave.eventlooptest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.eventloop.EventLoop;
import interleave.testjvm.TestJvm;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A program that is ended by a signal, as by Ctrl-C, reports its unretrieved failures all the same. */
class ExitReportTest {

    /** The program: a background task fails soon, and the main task waits for hours. */
    static final class Service {
        private Service() {}

        static void main() throws Exception {
            EventLoop.run(loop -> {
                loop.setDebug(true);
                var heartbeat = loop.createTask(
                        "heartbeat",
                        () -> loop.sleep(ofMillis(1)).thenCompose(slept -> failedFuture(new Exception("no pulse"))));
                return loop.sleep(ofMillis(1))
                        .thenCompose(slept -> untilFailed(loop, heartbeat))
                        .thenRun(() -> IO.println("failed"))
                        .thenCompose(failed -> loop.sleep(ofHours(8)));
            });
        }

        /** Looks at the state only, which does not retrieve the exception. */
        private static CompletableFuture<Void> untilFailed(EventLoop loop, Future<?> task) {
            return task.isDone()
                    ? loop.completed(null)
                    : loop.sleep(ofMillis(1)).thenCompose(slept -> untilFailed(loop, task));
        }
    }

    @Test
    @Timeout(120)
    void terminatedProgramReportsUnretrievedFailures() throws Exception {
        Process service = TestJvm.of(List.of(), Service.class).start();
        try (var out = service.inputReader(UTF_8)) {
            assertThat(out.readLine()).isEqualTo("failed");
            service.toHandle().destroy(); // unlike Process.destroy, leaves the streams open

            assertThat(new String(service.getErrorStream().readAllBytes(), UTF_8))
                    .contains("task \"heartbeat\" failed at 0", "no pulse");
        } finally {
            service.destroyForcibly();
        }
    }
}

package timeoutsandcancellation;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.VirtualTime;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What ends a future, and not the work behind it. */
class WithCompletableFutureTest {
    private static final Source SLOW = new SlowSource(ofSeconds(3));

    @Test
    void fetchContinuesAfterOrTimeout() throws Exception {
        assertThat(VirtualTime.run(() -> Example.SLOW.run(new WithCompletableFuture())))
                .printedAt(ofSeconds(1), "Gave up: the deadline of the page has passed")
                .printedAt(ofSeconds(3), "Response received", "Connection closed")
                .took(ofMillis(3_500));
    }

    @Test
    void fetchContinuesAfterDependentFutureIsCancelled() throws Exception {
        assertThat(VirtualTime.run(() -> Example.CANCEL.run(new WithCompletableFuture())))
                .printedAt(ofMillis(500), "Interrupted by the user")
                .printedAt(ofSeconds(3), "Response received", "Connection closed");
    }

    @Test
    void fetchKeepsItsThreadUntilResponseArrives() throws Exception {
        var run = VirtualTime.run(() -> {
            Example.HANGS.run(new WithCompletableFuture());
            Thread.sleep(ofHours(2));
        });

        assertThat(run)
                .printedAt(ofSeconds(1), "Gave up: the deadline of the page has passed")
                .printedAt(ofHours(1), "Response received", "Connection closed");
    }

    @Test
    void cancelDoesNotInterruptEvenWhenCalledOnFirstFuture() throws Exception {
        var run = VirtualTime.run(() -> {
            var response = CompletableFuture.runAsync(() -> {
                try {
                    SLOW.fetch();
                } catch (Exception interrupted) {
                    IO.println("Interrupted");
                }
            });
            Thread.sleep(ofSeconds(1));
            assertThat(response.cancel(true)).isTrue();
            Thread.sleep(ofSeconds(3));
        });

        assertThat(run).printed("Connection opened", "Response received", "Connection closed");
    }

    /** The future of an executor is different: it interrupts. But it does not wait for the end of the work. */
    @Test
    void cancelledFutureOfExecutorIsDoneBeforeWorkHasEnded() throws Exception {
        var run = VirtualTime.run(() -> {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var fetched = threads.submit(new CleanupCompleted(ofSeconds(3))::fetch);
                Thread.sleep(ofSeconds(1));
                fetched.cancel(true);
                assertThatThrownBy(fetched::get).isInstanceOf(CancellationException.class);
                IO.println("The future is done");
            }
            IO.println("The executor is closed");
        });

        assertThat(run)
                .printedInAnyOrderAt(ofSeconds(1), "Closing the connection", "The future is done")
                .printedAt(ofMillis(1_500), "Connection closed", "The executor is closed");
    }
}

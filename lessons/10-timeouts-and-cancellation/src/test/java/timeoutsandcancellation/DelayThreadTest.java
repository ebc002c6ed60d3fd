package timeoutsandcancellation;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.VirtualTime;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The steps after a timeout run on the JDK's one delay thread. */
class DelayThreadTest {

    /** Before the step, the thread computed that it can then sleep for another second. So it is late by 3 s. */
    @Test
    void blockingStepDelaysTimeoutOfOtherFuture() throws Exception {
        assertThat(VirtualTime.run(BlockedDelayThread::main))
                .printedAt(ofSeconds(1), "First page: no price, logging it")
                .printedAt(ofSeconds(4), "First page: logged")
                .printedAt(ofSeconds(5), "Second page: gave up");
    }

    @Test
    void blockingStepOnOtherThreadDelaysNoTimeout() throws Exception {
        assertThat(VirtualTime.run(FreeDelayThread::main))
                .printedAt(ofSeconds(1), "First page: no price, logging it")
                .printedAt(ofSeconds(2), "Second page: gave up")
                .printedAt(ofSeconds(4), "First page: logged");
    }

    @Test
    void stepAfterTimeoutRunsOnDelayThread() throws Exception {
        VirtualTime.run(() -> assertThat(new CompletableFuture<String>()
                        .completeOnTimeout("late", 1, SECONDS)
                        .thenApply(late -> Thread.currentThread().getName())
                        .join())
                .endsWith("-delayScheduler"));
    }
}

package blockingtheloop;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.virtualtime.VirtualTime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A pool with a bounded queue rejects what it cannot do, and a cancelled call frees its thread. */
class HandOverTest {

    @Test
    void lastPlayerOfUnboundedQueueWaitsFourSeconds() throws Exception {
        assertThat(VirtualTime.run(UnboundedQueue::main))
                .took(ofSeconds(4))
                .leftNothingRunning()
                .printedInAnyOrderAt(ofSeconds(1), served(1, 2))
                .printedInAnyOrderAt(ofSeconds(4), served(7, 8));
    }

    @Test
    void boundedQueueRejectsFourPlayersAtOnce() throws Exception {
        assertThat(VirtualTime.run(BoundedQueue::main))
                .took(ofSeconds(2))
                .leftNothingRunning()
                .printedAt(
                        ZERO,
                        IntStream.rangeClosed(5, 8)
                                .mapToObj(player -> "Player " + player + ": busy, please try again later")
                                .toArray(String[]::new))
                .printedInAnyOrderAt(ofSeconds(1), served(1, 2))
                .printedInAnyOrderAt(ofSeconds(2), served(3, 4));
    }

    @Test
    void queryOfSupplyAsyncContinuesAfterCancellation() throws Exception {
        assertThat(VirtualTime.run(QueryGoesOn::main))
                .took(ofSeconds(2))
                .printedAt(ofMillis(300), "First: the player has left")
                .printedAt(ofSeconds(2), "Second: here are the high scores");
    }

    @Test
    void cancellingHandOverInterruptsItsQuery() throws Exception {
        assertThat(VirtualTime.run(QueryInterrupted::main))
                .took(ofMillis(1_300))
                .leftNothingRunning()
                .printedInAnyOrderAt(ofMillis(300), "Query interrupted", "First: the player has left")
                .printedAt(ofMillis(1_300), "Second: here are the high scores");
    }

    private static String[] served(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(player -> "Player " + player + ": here are the high scores")
                .toArray(String[]::new);
    }
}

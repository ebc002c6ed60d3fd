package limits;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A fair semaphore serves the thread that has waited longest. An unfair one allows barging. */
class FairnessTest {
    private static final int SCHEDULES = 100;

    @Test
    void fairSemaphoreServesPatientClientSecond() throws Exception {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            var run = new VirtualTime().seed(seed).start(FairSemaphore::main);

            assertThat(run)
                    .took(ofSeconds(4))
                    .leftNothingRunning()
                    .printed("eager has page 1", "patient has page 1", "eager has page 2", "eager has page 3");
        }
    }

    @Test
    void unfairSemaphoreAllowsEagerClientToBarge() throws Exception {
        var orders = new ArrayList<List<String>>();
        for (int seed = 0; seed < SCHEDULES; seed++) {
            var run = new VirtualTime().seed(seed).start(UnfairSemaphore::main);
            assertThat(run).took(ofSeconds(4)).leftNothingRunning();
            orders.add(run.output());
        }

        assertThat(orders)
                .contains(List.of("eager has page 1", "eager has page 2", "eager has page 3", "patient has page 1"));
    }
}

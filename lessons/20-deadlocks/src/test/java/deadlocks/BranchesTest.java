package deadlocks;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.Stuck;
import interleave.virtualtime.VirtualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks that wait for tasks of the same executor. */
class BranchesTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void poolFullOfWaitingTasksHangs(String size) {
        assertThatThrownBy(() -> VirtualTime.run(() -> WithThreadPool.main(new String[] {size})))
                .isInstanceOf(Stuck.class);
    }

    /** With more branches, a larger pool hangs too. */
    @Test
    void poolWithOneThreadMoreThanWaitingTasksEnds() throws Exception {
        assertThat(VirtualTime.run(() -> WithThreadPool.main(new String[] {"3"})))
                .took(ofMillis(800))
                .printed("Total: 1000");
    }

    @Test
    void threadPerTaskNeverHangs() throws Exception {
        assertThat(VirtualTime.run(WithVirtualThreads::main))
                .took(ofMillis(400))
                .printed("Total: 1000");

        VirtualTime.explore(200, WithVirtualThreads::main);
    }
}

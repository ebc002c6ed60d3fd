package benchmarks;

import static benchmarks.Sleepers.INTERLEAVE_TASKS;
import static benchmarks.Sleepers.NETTY_TASKS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SleepersBenchmarkTest {

    @ParameterizedTest
    @EnumSource
    void everyRuntimeGathersAllSleepers(Sleepers sleepers) throws Exception {
        assertThat(sleepers.gather(1_000, Duration.ofMillis(1))).isEqualTo(1_000);
    }

    @Test
    void theTableHasALineForEachRuntime() throws Exception {
        var table = new SleepersBenchmark(1_000, Duration.ofMillis(200), INTERLEAVE_TASKS, NETTY_TASKS).table(1);

        String spread = " +[\\d.]+ \\([\\d.]+ .. [\\d.]+\\)";
        assertThat(table).hasSize(3);
        assertThat(table.get(1)).matches("INTERLEAVE_TASKS" + spread.repeat(3));
        assertThat(table.get(2)).matches("NETTY_TASKS" + spread.repeat(3));
    }
}

package benchmarks;

import static benchmarks.Sleepers.INTERLEAVE;
import static benchmarks.Sleepers.NETTY;
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
        var table = new SleepersBenchmark(1_000, Duration.ofMillis(200), INTERLEAVE, NETTY).table(1);

        String spread = " +[\\d.]+ \\([\\d.]+ .. [\\d.]+\\)";
        assertThat(table).hasSize(3);
        assertThat(table.get(1)).matches("INTERLEAVE" + spread.repeat(3));
        assertThat(table.get(2)).matches("NETTY" + spread.repeat(3));
    }
}

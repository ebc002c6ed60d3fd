package benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskRuntimeTest {

    @ParameterizedTest
    @EnumSource
    void everyRuntimeGathersAllSleepers(TaskRuntime runtime) throws Exception {
        assertThat(runtime.gather(1_000, Duration.ofMillis(1))).isEqualTo(1_000);
    }
}

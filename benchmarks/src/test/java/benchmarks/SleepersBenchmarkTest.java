package benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
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
    void asyncioIsNotTimedWhenItDoesSomethingElse() {
        Assumptions.assumeTrue(Python.here() != Python.NONE, "there is no python3");

        assertThatThrownBy(() -> Asyncio.compared("greet", 1, List.of("Hello, guest 2!"), 1))
                .hasMessage("asyncio prints [Goodbye, guest 1!, Hello, guest 1!], not [Hello, guest 2!]");
    }

    @Test
    void aScriptThatFailsIsReported() throws IOException {
        Assumptions.assumeTrue(Python.here() != Python.NONE, "there is no python3");

        try (var python = Asyncio.workload("noSuchWork", 1)) {
            assertThatThrownBy(python::run).hasMessageContaining("python3 has ended");
        }
    }

    @Test
    void weighingMissesTasksThatDoNotSleep() {
        assertThatThrownBy(() -> WaitingMemory.weigh(() -> 0, 10, sleep -> 9)).hasMessage("9 of 10 tasks have slept");
    }
}

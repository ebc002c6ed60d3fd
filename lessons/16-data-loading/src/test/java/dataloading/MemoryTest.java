package dataloading;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.testjvm.TestJvm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More batches than fit into memory, in a new JVM. */
@Timeout(300)
class MemoryTest {

    private static final int OUT_OF_MEMORY = 3;

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "one-ahead", "thread-pool", "virtual-threads", "event-loop"})
    void trainsOnHundredMegabytesWithTwenty(String version) throws Exception {
        var result = run(version);

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output()).isEqualTo("all rows");
    }

    @Test
    void allAtOnceRunsOutOfMemory() throws Exception {
        var result = run("all-at-once");

        assertThat(result.exitCode()).as(result.output()).isEqualTo(OUT_OF_MEMORY);
        assertThat(result.output()).contains("java.lang.OutOfMemoryError");
    }

    private static TestJvm.Result run(String version) throws Exception {
        return TestJvm.run(List.of("-Xmx20m", "-XX:+ExitOnOutOfMemoryError"), MemoryProbe.class, version);
    }
}

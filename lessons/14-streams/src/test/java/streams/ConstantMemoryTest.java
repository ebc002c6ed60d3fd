package streams;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.testjvm.TestJvm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More data than memory, in a JVM of its own. The data is generated while it is read. */
@Timeout(540)
class ConstantMemoryTest {

    private static final int OUT_OF_MEMORY = 3;

    private static final long MEGABYTE = 1024 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "virtual_threads", "flow", "event_loop", "reactor"})
    void handlesSixtyMegabytesWithTwenty(String version) throws Exception {
        var result = run("20m", version, 60 * MEGABYTE);

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertAllLines(result.output());
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"sequential", "virtual_threads", "flow", "event_loop", "reactor"})
    void handlesGigabyteWithSixtyFourMegabytes(String version) throws Exception {
        var result = run("64m", version, 1024 * MEGABYTE);

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertAllLines(result.output());
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-lines-first", "unbounded-queue", "chain-of-futures"})
    void wrongVersionRunsOutOfMemory(String version) throws Exception {
        var result = run("20m", version, 60 * MEGABYTE, "slow");

        assertThat(result.exitCode()).as(result.output()).isEqualTo(OUT_OF_MEMORY);
        assertThat(result.output()).contains("java.lang.OutOfMemoryError");
    }

    private static TestJvm.Result run(String memory, String version, long bytes, String... slow) throws Exception {
        var options = List.of("-Xmx" + memory, "-XX:+ExitOnOutOfMemoryError");
        var arguments = new ArrayList<>(List.of(version, Long.toString(bytes)));
        arguments.addAll(List.of(slow));
        return TestJvm.run(options, GigabyteProbe.class, arguments.toArray(String[]::new));
    }

    private static void assertAllLines(String output) {
        var counts = output.split(" of ");
        assertThat(counts).hasSize(2);
        assertThat(Long.parseLong(counts[0])).isPositive().isEqualTo(Long.parseLong(counts[1]));
    }
}

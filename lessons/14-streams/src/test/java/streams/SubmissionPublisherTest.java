package streams;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.testjvm.TestJvm;
import interleave.virtualtime.Stuck;
import interleave.virtualtime.VirtualTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The publisher of the JDK, and the threads on which it serves its subscribers. */
@Timeout(180)
class SubmissionPublisherTest {

    /** The default executor is the common pool, with one thread fewer than there are processors, but at least one. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "4, 3"})
    void defaultExecutorHasOneThreadOnTwoProcessors(int processors, int threads) throws Exception {
        var result = TestJvm.run(List.of("-XX:ActiveProcessorCount=" + processors), CommonPoolProbe.class);

        assertThat(result.output().lines())
                .containsExactly(
                        "common pool: true, parallelism: " + threads + ", threads: " + threads,
                        "publisher on the same pool: ends");
    }

    @Test
    void publisherThatSharesTheOnlyThreadWaitsForever() {
        assertThatThrownBy(() -> VirtualTime.run(SharedPool::main))
                .isInstanceOf(Stuck.class)
                .hasMessageContaining("Announcements.java:");
    }

    @Test
    void publisherWithItsOwnThreadEnds() throws Exception {
        assertThat(VirtualTime.run(SeparatePools::main))
                .took(ofMillis(3_000))
                .printedAt(ofMillis(3_000), "Announced train 6")
                .leftNothingRunning();
    }
}

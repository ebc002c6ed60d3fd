package sensors;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.VirtualRunAssert;
import interleave.virtualtime.VirtualTime;
import org.junit.jupiter.api.Test;

/** A periodic task of the JDK that throws never runs again. */
class SilentEndTest {

    @Test
    void robotSteersByTheLastReadingForeverAndNothingIsPrinted() throws Exception {
        var run = VirtualTime.run(SilentEnd::main);

        assertThat(run.output())
                .hasSize(10)
                .startsWith("Steer by reading 2", "Steer by reading 3")
                .filteredOn(line -> !line.equals("Steer by reading 3"))
                .hasSize(1);
        VirtualRunAssert.assertThat(run).hasNoUncaughtException().leftNothingRunning();
    }

    @Test
    void failureIsReportedAndTheSensorTicksOn() throws Exception {
        var run = VirtualTime.run(FailureReported::main);

        VirtualRunAssert.assertThat(run)
                .printed(
                        "Steer by reading 2",
                        "compass failed: no answer",
                        "Steer by reading 3",
                        "Stop! Reading 3 is 350 ms old",
                        "compass works again, after 4 failures",
                        "Steer by reading 8",
                        "Steer by reading 10",
                        "Steer by reading 12",
                        "Steer by reading 14",
                        "Steer by reading 16",
                        "Steer by reading 18",
                        "Steer by reading 20")
                .printedAt(ofMillis(350), "compass failed: no answer")
                .printedAt(ofMillis(750), "compass works again, after 4 failures")
                .leftNothingRunning();
    }
}

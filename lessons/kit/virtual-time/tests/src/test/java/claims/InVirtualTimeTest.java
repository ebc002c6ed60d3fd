package claims;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.InVirtualTime;
import interleave.virtualtime.VirtualClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InVirtualTime
class InVirtualTimeTest {
    private String calledBefore = "";

    @BeforeEach
    void setUp() {
        calledBefore = "yes";
    }

    @Test
    void testRunsInVirtualTime(VirtualClock clock) throws Exception {
        Thread.sleep(ofMinutes(10));

        assertThat(clock.elapsed()).isEqualTo(ofMinutes(10));
        assertThat(calledBefore).isEqualTo("yes");
        assertThat(Thread.currentThread().getName()).isEqualTo("main");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60})
    void parameterizedTestRunsInVirtualTime(int minutes, VirtualClock clock) throws Exception {
        Thread.sleep(ofMinutes(minutes));

        assertThat(clock.elapsed()).isEqualTo(ofMinutes(minutes));
    }

    @RepeatedTest(3)
    void eachTestStartsAtZero(VirtualClock clock) throws Exception {
        assertThat(clock.elapsed()).isEqualTo(Duration.ZERO);
        Thread.sleep(1);
    }
}

package interleave.course.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StableCountTest {

    @Test
    void countIsSteadyWhenItHasNotChangedForThatLong() {
        var steadiness = new StableCount(Duration.ofNanos(10));

        assertThat(steadiness.isStable(100, -5)).isFalse();
        assertThat(steadiness.isStable(100, 4)).isFalse();
        assertThat(steadiness.isStable(101, 5)).as("it changes").isFalse();
        assertThat(steadiness.isStable(101, 14)).isFalse();
        assertThat(steadiness.isStable(101, 15)).isTrue();
    }
}

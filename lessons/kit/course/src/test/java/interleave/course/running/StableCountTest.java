package interleave.course.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SteadinessTest {

    @Test
    void countIsSteadyWhenItHasNotChangedForThatLong() {
        var steadiness = new Steadiness(Duration.ofNanos(10));

        assertThat(steadiness.isSteady(100, -5)).isFalse();
        assertThat(steadiness.isSteady(100, 4)).isFalse();
        assertThat(steadiness.isSteady(101, 5)).as("it changes").isFalse();
        assertThat(steadiness.isSteady(101, 14)).isFalse();
        assertThat(steadiness.isSteady(101, 15)).isTrue();
    }
}

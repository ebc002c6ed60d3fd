package interleave.recorder.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnAxisTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        PT0.0000004S | 0 ms
        PT0.02S      | 0 ms, 5 ms, 10 ms, 15 ms
        PT0.0025S    | 0 ms, 0.5 ms, 1.0 ms, 1.5 ms, 2.0 ms
        PT1S         | 0 s, 0.2 s, 0.4 s, 0.6 s, 0.8 s
        PT3.01S      | 0 s, 0.5 s, 1.0 s, 1.5 s, 2.0 s, 2.5 s, 3.0 s
        PT45S        | 0 s, 10 s, 20 s, 30 s, 40 s
        PT3M         | 0 min, 0.5 min, 1.0 min, 1.5 min, 2.0 min, 2.5 min
        PT10M        | 0 min, 2 min, 4 min, 6 min, 8 min
        """)
    void placesTicksAtRoundTimes(Duration total, String labels) {
        assertThat(new ColumnAxis(total, 60).ticks())
                .extracting(ColumnAxis.Tick::label)
                .containsExactly(labels.split(", "));
    }

    @Test
    void endOfLongestVersionIsInLastColumn() {
        var scale = new ColumnAxis(Duration.ofSeconds(3), 60);
        assertThat(scale.column(Duration.ZERO)).isZero();
        assertThat(scale.column(Duration.ofSeconds(1))).isEqualTo(20);
        assertThat(scale.lastColumn(Duration.ofSeconds(1))).isEqualTo(19);
        assertThat(scale.column(Duration.ofSeconds(3))).isEqualTo(59);
        assertThat(scale.column(Duration.ofSeconds(99))).isEqualTo(59);
    }
}

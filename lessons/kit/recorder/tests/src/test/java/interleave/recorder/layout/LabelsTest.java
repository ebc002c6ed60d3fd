package interleave.recorder.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        PT0S       | 0.0 ms
        PT0.0024S  | 2.4 ms
        PT0.02S    | 20 ms
        PT0.9996S  | 1.0 s
        PT3.04S    | 3.0 s
        PT59.96S   | 1 min 00 s
        PT3M5S     | 3 min 05 s
        """)
    void roundsDurations(Duration duration, String text) {
        assertThat(Labels.duration(duration)).isEqualTo(text);
    }
}

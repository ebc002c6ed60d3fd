package interleave.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChromeTraceTest {

    @Test
    void aVersionIsAProcessAndALaneAThread() {
        assertThat(ChromeTrace.json(HandMade.greet())).startsWith("{\"displayTimeUnit\":\"ms\",\"traceEvents\":[")
                .contains(
                        "{\"ph\":\"M\",\"name\":\"process_name\",\"pid\":2,\"tid\":0,\"args\":{\"name\":\"Virtual threads\"}}",
                        "{\"ph\":\"M\",\"name\":\"thread_name\",\"pid\":2,\"tid\":4,\"args\":{\"name\":\"virtual-3\"}}");
    }

    @Test
    void timesAreInMicroseconds() {
        assertThat(ChromeTrace.json(HandMade.greet())).contains(
                "\"cat\":\"sleep\",\"pid\":1,\"tid\":1,\"ts\":1000000.000,\"dur\":1000000.000}",
                "{\"ph\":\"i\",\"s\":\"t\",\"name\":\"a line\",\"cat\":\"line\",\"pid\":1,\"tid\":1,\"ts\":3000000.000}");
    }

    @Test
    void hostileTextIsOnlyText() {
        assertThat(ChromeTrace.json(List.of(Hostile.timeline()))).contains("?evil", "\\\\\\\"").doesNotContain("<",
                "\u001b",
                "\u202e");
    }
}

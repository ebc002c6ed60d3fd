package interleave.recorder.trace;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.WithEventLoop;
import interleave.recorder.Recorded;
import interleave.recorder.model.HostileText;
import interleave.recorder.model.SampleTimelines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.json.Json;

class ChromeTraceTest {

    @Test
    void writesVersionAsProcessAndLaneAsThread() {
        assertThat(ChromeTrace.json(SampleTimelines.greet()))
                .startsWith("{\"displayTimeUnit\":\"ms\",\"traceEvents\":[")
                .contains(
                        "{\"ph\":\"M\",\"name\":\"process_name\",\"pid\":2,\"tid\":0,\"args\":{\"name\":\"Virtual"
                                + " threads\"}}",
                        "{\"ph\":\"M\",\"name\":\"thread_name\","
                                + "\"pid\":2,\"tid\":4,\"args\":{\"name\":\"virtual-3\"}}");
    }

    @Test
    void writesTimesInMicroseconds() {
        assertThat(ChromeTrace.json(SampleTimelines.greet()))
                .contains(
                        "\"pid\":1,\"tid\":1,\"cat\":\"sleep\",\"ts\":1000000.000,\"dur\":1000000.000}",
                        "{\"ph\":\"i\",\"name\":\"a line\",\"pid\":1,\"tid\":1,\"s\":\"t\",\"cat\":\"line\","
                                + "\"ts\":3000000.000}");
    }

    /** The Trace Event Format: complete events, instants and metadata. Events of a thread do not overlap partially. */
    @Test
    @SuppressWarnings("unchecked")
    void followsTraceEventFormat() throws Exception {
        var timelines = new ArrayList<>(SampleTimelines.greet());
        timelines.add(HostileText.timeline());
        timelines.addAll(
                Recorded.timelines(() -> new WithEventLoop().runBoth(Duration.ofMillis(2), Duration.ofMillis(1))));
        Map<String, Object> trace = new Json().toType(ChromeTrace.json(timelines), Json.MAP_TYPE);

        var events = (List<Map<String, Object>>) trace.get("traceEvents");
        var ends = new HashMap<String, Double>();
        for (var event : events) {
            assertThat(event).containsKeys("ph", "name", "pid", "tid");
            String thread = event.get("pid") + "/" + event.get("tid");
            switch ((String) event.get("ph")) {
                case "M" ->
                    assertThat(event.get("name"))
                            .isIn("process_name", "process_sort_index", "thread_name", "thread_sort_index");
                case "X" -> {
                    double start = ((Number) event.get("ts")).doubleValue();
                    assertThat(start).isGreaterThanOrEqualTo(ends.getOrDefault(thread, 0.0));
                    double length = ((Number) event.get("dur")).doubleValue();
                    assertThat(length).isGreaterThanOrEqualTo(0);
                    ends.put(thread, start + length - 0.0005); // tolerates rounding of doubles
                }
                case "i" -> assertThat(event).containsEntry("s", "t").containsKey("ts");
                default -> assertThat(event).as("an unexpected phase").isNull();
            }
        }
        assertThat(events)
                .filteredOn(event -> "thread_name".equals(event.get("name")))
                .hasSize(timelines.stream()
                        .mapToInt(timeline -> timeline.lanes().size())
                        .sum());
        assertThat(events.toString()).contains("at=WithEventLoop.java:", HostileText.SCRIPT, HostileText.HTML);
    }

    @Test
    void escapesHostileText() {
        assertThat(ChromeTrace.json(List.of(HostileText.timeline())))
                .contains("?evil", "\\\\\\\"")
                .doesNotContain("\u001b", "\u202e");
    }
}

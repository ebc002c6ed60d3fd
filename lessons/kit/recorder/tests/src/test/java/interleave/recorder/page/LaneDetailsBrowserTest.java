package interleave.recorder.page;

import static interleave.recorder.model.SampleTimelines.greet;
import static interleave.recorder.model.SampleTimelines.lane;
import static interleave.recorder.model.SampleTimelines.spans;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.SampleTimelines;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Details of lanes, and the search. */
class LaneDetailsBrowserTest extends PageBrowser {
    @Test
    void steppingThroughLaneSkipsSpansWithoutDuration() throws Exception {
        var nothing = new Span(Duration.ZERO, Duration.ofNanos(10), State.RUNNING, "running");
        var sleep = new Span(Duration.ofNanos(10), SampleTimelines.millis(1000), State.SLEEP, "sleeping");
        open(page(List.of(SampleTimelines.timeline(
                "One", 1000, lane("main", LaneKind.PLATFORM_THREAD, 0, List.of(nothing, sleep))))));

        type(Keys.ARROW_DOWN, ".");
        assertThat(one("#details").getText()).startsWith("main sleeping: 1.000 s");
        type(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertThat(one("#now").getText()).as("each step shows another text").startsWith("1.000 s");
    }

    @Test
    void focusedLaneIsNotHiddenByToolbar() throws Exception {
        var lanes = IntStream.range(0, 60)
                .mapToObj(i -> lane(
                        "lane" + i,
                        i % 4 == 0
                                ? LaneKind.PLATFORM_THREAD
                                : i % 4 == 1 ? LaneKind.VIRTUAL_THREAD : LaneKind.LOOP_TASK,
                        0,
                        spans(0, State.SLEEP, 1000)))
                .limit(20)
                .toArray(Lane[]::new);
        open(page(List.of(
                SampleTimelines.timeline("A", 1000, lanes),
                SampleTimelines.timeline("B", 1000, lanes),
                SampleTimelines.timeline("C", 1000, lanes))));

        for (int i = 0; i < 45; i++) {
            type(Keys.ARROW_DOWN);
            assertThat(script("return document.activeElement.getBoundingClientRect().bottom <= "
                            + "document.getElementById('details').getBoundingClientRect().top"))
                    .isEqualTo(true);
        }
    }

    @Test
    void focusedLaneShowsItsDetails() throws Exception {
        open(page(greet()));

        type(Keys.ARROW_DOWN);
        assertThat(one("#details").getText()).contains("main", "prints 4 lines");
        type(".", ".");
        assertThat(one("#details").getText()).contains("1.000 s, from 1.000 s to 2.000 s");
    }

    @Test
    void searchHighlightsMatchesUntilEscape() throws Exception {
        open(page(greet()));

        type("/", "a line");
        assertThat(all(".caption .hit")).isNotEmpty();
        type(Keys.ESCAPE);
        assertThat(all(".hit")).isEmpty();
        assertThat(one("#search").getDomProperty("value")).isEmpty();
    }

    @Test
    void searchFindsLanesAndLines() throws Exception {
        open(page(List.of(many(1000))));

        one("#search").sendKeys("guest-777");

        assertThat(one("#found").getText()).isEqualTo("1 lane");
        assertThat(one(".row.found").getText()).contains("guest-777");
        assertThat(one(".row.found").isDisplayed()).isTrue();
    }
}

package interleave.recorder.page;

import static interleave.recorder.model.SampleTimelines.lane;
import static interleave.recorder.model.SampleTimelines.spans;
import static interleave.recorder.model.SampleTimelines.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.State;
import interleave.recorder.model.Timeline;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The folded threads of libraries and of the JVM. */
class LibraryThreadsBrowserTest extends PageBrowser {

    @Test
    void oneButtonShowsAndFoldsLibraryThreadsOfAllVersions() throws Exception {
        open(page(List.of(tasks("One"), tasks("Two"))));
        assertThat(all(".libraries .name")).extracting(WebElement::getText).containsOnly("2 library threads");
        assertThat(shown("HttpClient")).isZero();

        one("#libraries").click();
        assertThat(shown("HttpClient")).isEqualTo(4);

        type("l");
        assertThat(shown("HttpClient")).isZero();
    }

    @Test
    void buttonOfGroupShowsOnlyItsLanes() throws Exception {
        open(page(List.of(tasks("One"))));
        assertThat(all(".more")).extracting(WebElement::getText).containsExactly("Show 17");

        one(".more").click();

        assertThat(shown("/pages/")).isEqualTo(20);
        assertThat(shown("HttpClient")).isZero();
    }

    @Test
    void buttonIsHiddenWithoutLibraryThreads() throws Exception {
        open(page(List.of(
                timeline("One", 1000, lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.SLEEP, 1000))))));

        assertThat(one("#libraries").isDisplayed()).isFalse();
    }

    @Test
    void stepsDoNotMentionLibraryThreads() throws Exception {
        open(page(List.of(tasks("One"))));

        type(Keys.ARROW_RIGHT);

        assertThat(one("#step-text").getText()).contains("/pages/1").doesNotContain("HttpClient");
    }

    private static Timeline tasks(String name) {
        var lanes = new ArrayList<Lane>();
        for (int i = 1; i <= 20; i++) {
            lanes.add(lane("/pages/" + i, LaneKind.LOOP_TASK, 0, spans(0, State.SLEEP, 1000)));
        }
        lanes.add(lane("HttpClient-1-Worker-0", LaneKind.PLATFORM_THREAD, 0, spans(0, State.RUNNING, 1000)));
        lanes.add(lane("HttpClient-1-Worker-1", LaneKind.PLATFORM_THREAD, 0, spans(0, State.IDLE, 1000)));
        return timeline(name, 1000, lanes.toArray(Lane[]::new));
    }

    private static long shown(String name) {
        return all(".row[data-lane]").stream()
                .filter(row -> row.isDisplayed() && row.getText().contains(name))
                .count();
    }
}

package interleave.recorder.page;

import static interleave.recorder.model.SampleTimelines.fourVersions;
import static interleave.recorder.model.SampleTimelines.lane;
import static interleave.recorder.model.SampleTimelines.spans;
import static interleave.recorder.model.SampleTimelines.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.model.LaneKind;
import interleave.recorder.model.State;
import interleave.recorder.model.Timeline;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The choice of two versions to compare. */
class ComparisonBrowserTest extends PageBrowser {

    @Test
    void keysChooseTwoVersionsAndAddressRemembersThem() throws Exception {
        open(page(fourVersions()));
        assertThat(shown()).containsExactly(1, 2, 3, 4);

        type("3", "1");
        assertThat(shown()).containsExactly(1, 3);
        assertThat(driver().getCurrentUrl()).endsWith("#versions=1,3");

        String address = driver().getCurrentUrl();
        driver().get("about:blank");
        driver().get(address);
        assertThat(shown()).containsExactly(1, 3);

        type("0");
        assertThat(shown()).containsExactly(1, 2, 3, 4);
        assertThat(driver().getCurrentUrl()).doesNotContain("#");
    }

    @Test
    void thirdChoiceReplacesFirst() throws Exception {
        open(page(fourVersions()));

        type("1", "2", "4");
        assertThat(shown()).containsExactly(2, 4);
        type("4");
        assertThat(shown()).containsExactly(2);
    }

    @Test
    void shortVersionsFillTheAxis() throws Exception {
        open(page(List.of(sleeping("Long", 10_000), sleeping("Short", 20), sleeping("Shorter", 10))));
        assertThat(ticks()).startsWith("0 s", "1 s", "2 s");

        type("2", "3");
        assertThat(ticks()).startsWith("0 ms", "5 ms", "10 ms", "15 ms");
        assertThat(one("#v1 rect.sleep").getRect().getWidth())
                .isGreaterThan(one("#v1 .track").getRect().getWidth() / 2);

        type("0");
        assertThat(ticks()).startsWith("0 s", "1 s", "2 s");
    }

    @Test
    void ticksFollowTheZoomedView() throws Exception {
        open(page(List.of(sleeping("Long", 10_000))));

        type("z", "z", "z");
        type("]", "]", "]", "]");

        assertThat(script("const track = document.querySelector('#v0 .track').getBoundingClientRect();"
                        + "return [...document.querySelectorAll('#v0 .tick')].filter(tick => !tick.hidden"
                        + " && tick.getBoundingClientRect().left >= track.left"
                        + " && tick.getBoundingClientRect().right <= track.right).length"))
                .asInstanceOf(InstanceOfAssertFactories.LONG)
                .isBetween(4L, 10L);
    }

    private static Timeline sleeping(String name, int millis) {
        return timeline(name, millis, lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.SLEEP, millis)));
    }

    private static List<String> ticks() {
        return all("#v1 .tick").stream()
                .filter(WebElement::isDisplayed)
                .map(WebElement::getText)
                .toList();
    }

    @Test
    void buttonsChooseVersions() throws Exception {
        open(page(fourVersions()));

        all("#choice button").get(1).click();
        all("#choice button").get(3).click();

        assertThat(shown()).containsExactly(2, 4);
        assertThat(all("#choice [aria-pressed=true]")).hasSize(2);
    }

    @Test
    void addressHasVersionsAndStep() throws Exception {
        open(page(fourVersions()));
        type("1", "2", Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        String address = driver().getCurrentUrl();
        assertThat(address).endsWith("#versions=1,2&step=2");

        driver().get("about:blank");
        driver().get(address);

        assertThat(shown()).containsExactly(1, 2);
        assertThat(one("#now").getText()).startsWith("1.000 s");
    }

    @Test
    void stepsSkipVersionsThatAreNotShown() throws Exception {
        open(page(fourVersions()));

        type("3", "4", Keys.HOME, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);

        assertThat(one("#now").getText()).startsWith("1.000 s");
        assertThat(one("#step-text").getText()).contains("Event loop: ").doesNotContain("Sequential", "Thread pool");
    }

    private static List<Integer> shown() {
        return IntStream.rangeClosed(1, 4)
                .filter(number -> one("#v" + (number - 1)).isDisplayed())
                .boxed()
                .toList();
    }
}

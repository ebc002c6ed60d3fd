package interleave.recorder.page;

import static interleave.recorder.model.SampleTimelines.fourVersions;
import static interleave.recorder.model.SampleTimelines.lane;
import static interleave.recorder.model.SampleTimelines.printed;
import static interleave.recorder.model.SampleTimelines.spans;
import static interleave.recorder.model.SampleTimelines.timeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Mark;
import interleave.recorder.model.State;
import interleave.recorder.model.Timeline;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.WebElement;

/** The labels of the lanes. */
class LabelsBrowserTest extends PageBrowser {

    @Test
    void firstLetterStandsAtItsDot() throws Exception {
        open(page(fourVersions()));

        List<WebElement> labels = labels("#v0");
        List<WebElement> dots = all("#v0 circle.mark");
        assertThat(labels).hasSize(4).hasSameSizeAs(dots);
        for (int i = 0; i < labels.size(); i++) {
            Rectangle dot = dots.get(i).getRect();
            assertThat(labels.get(i).getRect().getX()).isCloseTo(dot.getX() + dot.getWidth() / 2, within(3));
        }
    }

    @Test
    void earlierLabelIsAboveLaterOneWithLineToItsDot() throws Exception {
        open(page(printing(printed(1000, "Hello, Alice, how are you today?"), printed(1100, "Called"))));

        WebElement hello = labels("#v0").getFirst();
        WebElement called = labels("#v0").getLast();
        assertThat(hello.getRect().getY()).isLessThan(called.getRect().getY());
        assertThat(hello.getDomAttribute("class")).contains("raised");
        assertThat(called.getDomAttribute("class")).doesNotContain("raised");
        assertThat(String.valueOf(script(
                        "return getComputedStyle(document.querySelector('.raised'), '::after')" + ".borderLeftStyle")))
                .isEqualTo("solid");
    }

    @Test
    void labelsAreWholeAndDoNotOverlap() throws Exception {
        String text = "a text of some length, which needs two lines because it is so long";
        open(page(printing(
                IntStream.range(0, 12).mapToObj(i -> printed(250 * i, text)).toArray(Mark[]::new))));

        List<Rectangle> boxes = labels("#v0").stream().map(WebElement::getRect).toList();
        Rectangle track = one("#v0 .row[data-lane] .track").getRect();
        assertThat(boxes)
                .allSatisfy(box ->
                        assertThat(box.getX() + box.getWidth()).isLessThanOrEqualTo(track.getX() + track.getWidth()));
        for (Rectangle one : boxes) {
            assertThat(boxes.stream().filter(other -> other != one && overlap(one, other)))
                    .isEmpty();
        }
        assertThat(labels("#v0").getFirst().getText()).isNotEmpty().doesNotContain("\u2026");
    }

    @Test
    void foldsLongList() throws Exception {
        open(page(printing(IntStream.range(0, 20)
                .mapToObj(i -> printed(150 * i, "This is line number " + i))
                .toArray(Mark[]::new))));

        assertThat(labels("#v0")).hasSizeBetween(2, 12);
        assertThat(labels("#v0").getFirst().getText()).isEqualTo("This is line number 0");
        assertThat(one("#v0 .lanes").getText()).containsPattern("and \\d+ more");
    }

    @Test
    void endLineIsBehindLabels() throws Exception {
        open(page(fourVersions()));

        assertThat(script("const layer = query => Number(getComputedStyle(document.querySelector(query)).zIndex);"
                        + "return layer('.caption') > layer('.over')"))
                .isEqualTo(true);
        assertThat(labels("#v1"))
                .allSatisfy(label -> assertThat(label.getCssValue("background-color"))
                        .isIn("rgba(255, 255, 255, 1)", "rgb(255, 255, 255)"));
        assertThat(one("#v0 .end").getRect().getY())
                .isGreaterThanOrEqualTo(one("#v0 .tick").getRect().getY()
                        + one("#v0 .tick").getRect().getHeight()
                        - 1);
    }

    @Test
    void zoomGivesLabelsMoreRoom() throws Exception {
        open(page(printing(IntStream.range(0, 8)
                .mapToObj(i -> printed(350 * i, "This is line number " + i))
                .toArray(Mark[]::new))));
        int before = one("#v0 .captioned").getRect().getHeight();

        type("z", "z", "z");

        assertThat(one("#v0 .captioned").getRect().getHeight()).isLessThan(before);
    }

    private static List<Timeline> printing(Mark... marks) {
        return List.of(
                timeline("One", 3000, lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.SLEEP, 3000), marks)));
    }

    private static List<WebElement> labels(String version) {
        return all(version + " .caption").stream()
                .filter(WebElement::isDisplayed)
                .toList();
    }

    private static boolean overlap(Rectangle one, Rectangle other) {
        return one.getX() < other.getX() + other.getWidth()
                && other.getX() < one.getX() + one.getWidth()
                && one.getY() < other.getY() + other.getHeight()
                && other.getY() < one.getY() + one.getHeight();
    }
}

package interleave.recorder.page;

import static interleave.recorder.model.SampleTimelines.fourVersions;
import static interleave.recorder.model.SampleTimelines.greet;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.model.Mark;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Projector mode: large texts, and all versions on one screen. */
class ProjectorBrowserTest extends PageBrowser {

    /** Everything that is shown while the lanes are. */
    private static final String SHOWN = ".legend li, main *, #step-text";

    @Test
    void hidesCodeAndControlsThatAreRarelyUsed() throws Exception {
        open(page(greet()));

        type("p");
        assertThat(one("#v0 .code").isDisplayed()).isFalse();
        assertThat(one("#play").isDisplayed()).isTrue();
        assertThat(one("#zoom").isDisplayed()).isFalse();
        assertThat(one(".comparison").isDisplayed()).isFalse();
        type("c");
        assertThat(one("#v0 .code").isDisplayed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1280, 800", "1920, 1080"})
    void fourVersionsOfGreetFitOnOneScreen(int width, int height) throws Exception {
        inWindow(width, height, () -> {
            open(page(fourVersions()));
            type("p");
            assertEverythingIsReadable();
            assertThat(all(".version")).hasSize(4).allMatch(WebElement::isDisplayed);
            assertThat(one(".legend").getText()).contains("sleeping", "prints a line", "critical path");
            for (var version : fourVersions()) {
                assertThat(one("main").getText())
                        .contains(version.lanes().stream()
                                .flatMap(lane -> lane.marks().stream())
                                .map(Mark::line)
                                .toList());
            }

            type(Keys.HOME, Keys.ARROW_RIGHT);
            assertEverythingIsReadable();
            assertThat(one("#step-text").getText()).contains("Thread pool: ");
            assertThat(one("#step-text").getRect().getY())
                    .as("the sentences are below the lanes")
                    .isGreaterThanOrEqualTo(
                            one("main").getRect().getY() + one("main").getRect().getHeight());
        });
    }

    @ParameterizedTest
    @CsvSource({"1280, 800", "1920, 1080"})
    void showsTwoVersionsAndFoldsLanesIfTheyDoNotFit(int width, int height) throws Exception {
        inWindow(width, height, () -> {
            open(page(List.of(many(15), many(15), many(15), many(15))));
            type("p");

            assertEverythingIsReadable();
            assertThat(all(".version").stream().filter(WebElement::isDisplayed)).hasSize(2);
            assertThat(one("#v0 .folds").getText()).matches("and \\d+ more lanes");

            type("3", "4");
            assertEverythingIsReadable();
            assertThat(one("#v2").isDisplayed() && one("#v3").isDisplayed()).isTrue();

            type("0", "p");
            assertThat(all(".version")).allMatch(WebElement::isDisplayed);
            assertThat(all(".folds")).isEmpty();
        });
    }

    @Test
    void showsAsManyVersionsAsFit() throws Exception {
        inWindow(1280, 800, () -> {
            open(page(List.of(many(4), many(4), many(4), many(4), many(4), many(4))));
            type("p");

            assertEverythingIsReadable();
            assertThat(all(".version").stream().filter(WebElement::isDisplayed)).hasSizeBetween(3, 5);
            assertThat(all(".folds")).isEmpty();
        });
    }

    private static void assertEverythingIsReadable() {
        assertThat(script("return document.documentElement.scrollHeight <= innerHeight"
                        + " && document.documentElement.scrollWidth <= innerWidth"))
                .as("fits on the screen")
                .isEqualTo(true);
        assertThat(smallestText(SHOWN)).isGreaterThanOrEqualTo(20);
        assertThat(texts("[...document.querySelectorAll('" + SHOWN + "')].filter(node => node.offsetParent"
                        + " && !node.closest('svg') && getComputedStyle(node).overflow !== 'visible'"
                        + " && node.scrollWidth > node.clientWidth + 1 && node.matches('.name, .caption, h2'))"
                        + ".map(node => node.textContent)"))
                .as("cut texts")
                .isEmpty();
        assertThat(texts("[...document.querySelectorAll('.name bdi')].filter(node => node.offsetParent"
                        + " && node.getClientRects().length > 1).map(node => node.textContent)"))
                .as("wrapped names")
                .isEmpty();
        assertThat(texts(
                        "[...document.querySelectorAll('.caption, .name bdi, .tick')].filter(node => node.offsetParent)"
                                + ".filter(node => { const box = node.getBoundingClientRect();"
                                + " return box.left < 0 || box.right > innerWidth || box.bottom > innerHeight; })"
                                + ".map(node => node.textContent)"))
                .as("texts beyond the screen")
                .isEmpty();
    }
}

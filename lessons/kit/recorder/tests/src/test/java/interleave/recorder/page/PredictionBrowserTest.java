package interleave.recorder.page;

import static interleave.recorder.model.SampleTimelines.greet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Answers that are hidden until the reader has guessed. */
class PredictionBrowserTest extends PageBrowser {
    @Test
    void hidesAnswersUntilRevealedAndComparesThemWithGuesses() throws Exception {
        open(page("Greet", TimelinePage.Answers.HIDDEN, versions(greet())));

        assertThat(all(".num, .few, .bar span, .time, .why")).noneMatch(WebElement::isDisplayed);
        assertThat(shownLines(0)).as("no line is printed before the first step").isZero();
        assertThat(coveredFrom("#v0")).isNotPositive();
        all(".guess input").getFirst().sendKeys("3");
        all(".guess input").getLast().sendKeys("3");
        assertThat(one(".comparison").getText()).doesNotContain("right", "too long");

        type(Keys.ESCAPE, "v");
        assertThat(all(".num, .time, .why")).allMatch(WebElement::isDisplayed);
        assertThat(shownLines(0)).isPositive();
        assertThat(all(".guess small")).extracting(WebElement::getText).containsExactly("right", "2.0 s too long");

        type("v");
        assertThat(all(".num, .time, .why")).noneMatch(WebElement::isDisplayed);
    }

    @Test
    void hidesHowAVersionEndedUntilRevealed() throws Exception {
        var stuck = new TimelinePage.Version(
                greet().getFirst(), "hangs", Optional.of("Deadlock\n  Cycle: Alice waits for <Bob>"), List.of());
        open(page("Greet", TimelinePage.Answers.HIDDEN, List.of(stuck)));
        assertThat(one(".report").getText()).isEmpty();

        type("v");

        assertThat(one(".report pre").getText()).isEqualTo("Deadlock\n  Cycle: Alice waits for <Bob>");
    }

    @Test
    void replayOfHiddenAnswersCoversTheFuture() throws Exception {
        open(page("Greet", TimelinePage.Answers.HIDDEN, versions(greet())));

        type(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertThat(one("#now").getText()).isEqualTo("1.000 s of 3.000 s");
        assertThat(coveredFrom("#v0")).isBetween(30, 37);
        assertThat(String.valueOf(
                        script("return getComputedStyle(document.querySelector('#v0 .cursor'), '::after').opacity")))
                .isEqualTo("1");
    }

    /** The position of the cursor, from which on the lanes are covered, in per cent of the picture. */
    private static int coveredFrom(String version) {
        return (int) Double.parseDouble(String.valueOf(
                script("return parseFloat(document.querySelector('" + version + " .cursor').style.left)")));
    }
}

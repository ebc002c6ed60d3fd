package interleave.recorder.page;

import static interleave.recorder.model.SampleTimelines.fourVersions;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.model.Timeline;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.print.PageSize;
import org.openqa.selenium.print.PrintOptions;

/** The page on paper: one sheet of A4, without small print. */
class SheetBrowserTest extends PageBrowser {

    /** 7 points in CSS pixels. */
    private static final double SEVEN_POINTS = 7 * 96 / 72.0;

    @Test
    void printsEightVersionsOnOneSheet() throws Exception {
        var versions = new ArrayList<Timeline>(fourVersions());
        versions.addAll(fourVersions());
        open(page(versions));

        assertThat(printedPages()).isEqualTo(1);
        assertTextsAreLargeEnough();
        assertThat(all(".folds"))
                .as("after printing, everything is shown again")
                .isEmpty();
        assertThat(one("body").getDomAttribute("class")).doesNotContain("sheet");
    }

    @Test
    void foldsLanesThatDoNotFitAndSaysHowMany() throws Exception {
        open(page(List.of(many(16), many(16), many(16), many(16), many(16))));

        assertThat(printedPages()).isEqualTo(1);
        assertTextsAreLargeEnough();
        script("dispatchEvent(new Event('beforeprint'))");
        assertThat(all(".folds"))
                .isNotEmpty()
                .extracting(WebElement::getText)
                .allMatch(text -> text.matches("and \\d+ more lanes?"));
        assertThat(all(".version")).allMatch(WebElement::isDisplayed);
        script("dispatchEvent(new Event('afterprint'))");
        assertThat(all(".folds")).isEmpty();
    }

    @Test
    void printsProjectorModeLikeThePage() throws Exception {
        open(page(fourVersions()));
        type("p");

        assertThat(printedPages()).isEqualTo(1);
        assertThat(one("body").getDomAttribute("class")).contains("projector");
    }

    private static void assertTextsAreLargeEnough() {
        script("dispatchEvent(new Event('beforeprint'))");
        assertThat(smallestText("body *")).isGreaterThanOrEqualTo(SEVEN_POINTS);
        assertThat(script("return document.body.scrollWidth <= 1047")).isEqualTo(true);
        script("dispatchEvent(new Event('afterprint'))");
    }

    private static long printedPages() {
        var sheet = new PrintOptions();
        sheet.setOrientation(PrintOptions.Orientation.LANDSCAPE);
        sheet.setPageSize(PageSize.ISO_A4);
        byte[] pdf = OutputType.BYTES.convertFromBase64Png(driver().print(sheet).getContent());
        return Pattern.compile("/Type\\s*/Page\\b")
                .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }
}

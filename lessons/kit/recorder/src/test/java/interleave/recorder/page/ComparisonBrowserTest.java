package interleave.recorder.page;

import static interleave.recorder.model.SampleTimelines.fourVersions;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

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

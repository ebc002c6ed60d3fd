package interleave.course.teaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import interleave.course.lessons.Course;
import interleave.testbrowser.TestBrowser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The slides of a lesson and the notes, in a real browser. */
@Tag("slow")
class LessonPageBrowserTest {
    private static final Course COURSE =
            Course.at(Path.of("../../..").toAbsolutePath().normalize());
    /** Long lines of code are shrunk to it, in parts of the height of the screen: 16 pixels of 720. */
    private static final double SMALLEST_TEXT = 16 / 720.0;

    private static TestBrowser browser;

    private String window;

    @BeforeAll
    static void startBrowser() {
        browser = TestBrowser.start();
    }

    @AfterAll
    static void closeBrowser() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void rememberWindow() {
        window = driver().getWindowHandle();
    }

    @AfterEach
    void closeNotes() {
        driver().switchTo().window(window);
        driver().get("about:blank"); // the page closes its second window
    }

    @ParameterizedTest
    @CsvSource({"chat-server, 1280, 720", "greet, 1920, 1080"})
    void eachSlideHasOneHeadingAndFitsTheScreen(String lesson, int width, int height) throws Exception {
        resize(width, height);
        open(lesson);
        press("p");

        assertThat(found("slide.querySelectorAll('h1, h2').length !== 1")).isEmpty();
        assertThat(found("slide.scrollHeight > slide.clientHeight || slide.scrollWidth > slide.clientWidth"))
                .isEmpty();
        assertThat(found("[...slide.querySelectorAll('pre, table, img')].some(block =>"
                        + " block.scrollWidth > block.clientWidth + 1"
                        + " || block.getBoundingClientRect().right > innerWidth"
                        + " || block.getBoundingClientRect().bottom > innerHeight)"))
                .as("cut code, tables or pictures")
                .isEmpty();
        assertThat(found("[...slide.querySelectorAll('*')].some(node =>"
                        + " [...node.childNodes].some(child => child.nodeType === 3 && child.textContent.trim())"
                        + " && parseFloat(getComputedStyle(node).fontSize) * (node.currentCSSZoom || 1)"
                        + " < innerHeight * " + SMALLEST_TEXT + ")"))
                .as("texts that are too small")
                .isEmpty();
    }

    @Test
    void tallPictureIsDividedAmongSlides() throws Exception {
        resize(1280, 720);
        open("chat-server");
        press("p");

        List<?> scales = (List<?>) driver().executeScript(
                        "return [...document.querySelectorAll('.slide img')].map(image => image.clientWidth / 760)");
        assertThat(scales)
                .hasSizeGreaterThan(3)
                .allSatisfy(scale -> assertThat(((Number) scale).doubleValue()).isGreaterThan(1.2));
    }

    @Test
    void noWordOfThePageIsLost() throws Exception {
        resize(1280, 720); // a listing is divided
        open("greet");
        Object words = driver().executeScript(
                        "return [...document.querySelectorAll('main section > *:not(h1, h2, h3)')]"
                                + ".flatMap(block => block.textContent.split(/\\s+/)).filter(word => word).join(' ')");
        press("p");

        assertThat(driver().executeScript("document.querySelectorAll('.slide thead').forEach(head => {"
                                + " if (head.closest('.slide').querySelector('small')) head.remove(); });"
                                + "return [...document.querySelectorAll('.slide > *:not(h1, h2)')]"
                                + ".flatMap(block => block.textContent.split(/\\s+/)).filter(word => word).join(' ')")
                        .toString()
                        .length())
                .isCloseTo(words.toString().length(), withPercentage(1));
    }

    @Test
    void bothWindowsStayInStep() throws Exception {
        open("greet");
        press("p");
        int slides = driver().findElements(By.className("slide")).size();
        press(Keys.PAGE_DOWN);
        assertThat(shown()).isEqualTo("Predict");
        press(Keys.ARROW_RIGHT);
        assertThat(shown()).isEqualTo("Run");

        switchToNotes();
        assertThat(one("body").getText())
                .startsWith("Run (3 of " + slides + ")")
                .contains("Next: Run", "For teachers", "Let the class vote");
        assertThat(one("li:not(.elsewhere)").getText()).startsWith("Run. Ask why");
        press(Keys.PAGE_UP);
        assertThat(one("li:not(.elsewhere)").getText()).startsWith("Predict. Let the class vote");
        assertThat(one("h1").getText()).isEqualTo("Predict (2 of " + slides + ")");
        driver().switchTo().window(window);
        assertThat(shown()).isEqualTo("Predict");

        press("p");
        assertThat(driver().getWindowHandles()).containsExactly(window);
        assertThat(one("main").getText()).contains("What you learned").doesNotContain("Let the class vote");
    }

    @Test
    void slidesWorkWithoutTheSecondWindow() throws Exception {
        open("greet");
        driver().executeScript("window.open = () => null");
        press("p");
        assertThat(one("#message").getText()).contains("The browser blocked the window with the notes.");

        press(Keys.PAGE_DOWN);
        assertThat(shown()).isEqualTo("Predict");
        assertThat(one("#message").isDisplayed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"greet, 1280", "chat-server, 1280", "chat-server, 375", "many-machines, 375"})
    void shortCodeIsNotBroken(String lesson, int width) throws Exception {
        resize(width, 720);
        open(lesson);

        assertThat((List<?>) driver().executeScript("return [...document.querySelectorAll('p .short, li .short')]"
                        + ".filter(code => code.getClientRects().length > 1).map(code => code.textContent)"))
                .isEmpty();
        assertThat((List<?>) driver().executeScript("return [...document.querySelectorAll('p, li, .short')]"
                        + ".filter(block => block.getBoundingClientRect().right > innerWidth)"
                        + ".filter(block => !block.closest('table')).map(block => block.textContent)"))
                .as("cut texts")
                .isEmpty();
    }

    private static void open(String lesson) throws Exception {
        String page = new LessonPage(COURSE.find(lesson)).page().text();
        Path file = Files.writeString(browser.folder().resolve(lesson + ".html"), page);
        driver().get(file.toUri().toString());
    }

    private void switchToNotes() {
        driver().getWindowHandles().stream()
                .filter(handle -> !handle.equals(window))
                .findFirst()
                .ifPresent(notes -> driver().switchTo().window(notes));
    }

    private static void resize(int width, int height) {
        driver().executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** The titles of the slides for which this condition is true. */
    private static List<?> found(String condition) {
        return (List<?>) driver().executeScript("return [...document.querySelectorAll('.slide')]" + ".filter(slide => "
                + condition + ").map(slide => slide.textContent)");
    }

    private static String shown() {
        return one(".slide.shown")
                .findElement(By.cssSelector("h1, h2"))
                .getText()
                .replace(" continued", "");
    }

    private static void press(CharSequence key) {
        one("body").sendKeys(key);
    }

    private static WebElement one(String selector) {
        return driver().findElement(By.cssSelector(selector));
    }

    private static ChromeDriver driver() {
        return browser.driver();
    }
}

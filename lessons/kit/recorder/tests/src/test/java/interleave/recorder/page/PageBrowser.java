package interleave.recorder.page;

import static interleave.recorder.model.SampleTimelines.greeting;

import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.SampleTimelines;
import interleave.recorder.model.Timeline;
import interleave.testbrowser.TestBrowser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** Opens pages in a real browser, and looks at them. */
@Tag("slow")
abstract class PageBrowser {
    /** All classes share one browser, which is closed after the last of them. */
    @RegisterExtension
    static final BeforeAllCallback STARTS_BROWSER = context -> browser = context.getRoot()
            .getStore(ExtensionContext.Namespace.create(PageBrowser.class))
            .getOrComputeIfAbsent(TestBrowser.class, key -> TestBrowser.start(), TestBrowser.class);

    private static TestBrowser browser;

    static Timeline many(int count) {
        var lanes = new ArrayList<Lane>();
        IntStream.rangeClosed(1, count).forEach(i -> lanes.add(greeting("guest-" + i, LaneKind.VIRTUAL_THREAD)));
        return SampleTimelines.timeline("Many", 1000, lanes.toArray(Lane[]::new));
    }

    static String page(List<Timeline> timelines) {
        return page("Greet & <b>greet</b>", versions(timelines));
    }

    static String page(String title, List<TimelinePage.Version> versions) {
        return page(title, TimelinePage.Answers.REVEALED, versions);
    }

    static String page(String title, TimelinePage.Answers answers, List<TimelinePage.Version> versions) {
        return new TimelinePage(
                        new TimelinePage.Lesson(
                                title,
                                "How long?",
                                List.of("All at once takes a second."),
                                List.of(new TimelinePage.Suggestion("./lesson greet -- Eve", "another guest"))),
                        new TimelinePage.Run(
                                "./lesson greet --instant",
                                "by hand",
                                answers,
                                List.of(new TimelinePage.Skipped(
                                        "Vert.x",
                                        "not in virtual time: sockets",
                                        Optional.of("./lesson greet --only vertx")))),
                        versions)
                .html();
    }

    static List<TimelinePage.Version> versions(List<Timeline> timelines) {
        var versions = new ArrayList<TimelinePage.Version>();
        String code = "package p;\n\na();\n";
        for (Timeline timeline : timelines) {
            String file = "With" + (char) ('A' + versions.size()) + ".java";
            versions.add(new TimelinePage.Version(
                    timeline, "about <b>it</b>", Optional.empty(), List.of(new TimelinePage.Source(file, code))));
            code = "package p;\n\na();\nb();\n";
        }
        return versions;
    }

    static void open(String page) throws Exception {
        openAt(page, "");
    }

    /** Opens the page of these versions at one of its steps, counted from 1. */
    static void openAtStep(int step, Timeline... timelines) throws Exception {
        openAt(page(List.of(timelines)), "#step=" + step);
    }

    private static void openAt(String page, String fragment) throws Exception {
        Path file = Files.writeString(Files.createTempFile(browser.folder(), "page", ".html"), page);
        driver().get(file.toUri() + fragment);
    }

    static ChromeDriver driver() {
        return browser.driver();
    }

    static WebElement one(String selector) {
        return driver().findElement(By.cssSelector(selector));
    }

    static List<WebElement> all(String selector) {
        return driver().findElements(By.cssSelector(selector));
    }

    static void type(CharSequence... keys) {
        for (CharSequence key : keys) {
            driver().switchTo().activeElement().sendKeys(key);
        }
    }

    static Object script(String script) {
        return ((JavascriptExecutor) driver()).executeScript(script);
    }

    /** Waits for a promise of the page. The browser stops waiting after 30 s. */
    static void await(String condition) {
        driver().manage().timeouts().scriptTimeout(Duration.ofSeconds(30));
        driver().executeAsyncScript("const done = arguments[0]; const look = () => " + condition
                + " ? done() : requestAnimationFrame(look); look();");
    }

    static long shownLines(int version) {
        return all("#v" + version + " .output li").stream()
                .filter(WebElement::isDisplayed)
                .count();
    }

    /** Runs an action with a window of this size. */
    static void inWindow(int width, int height, Action action) throws Exception {
        driver().executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        try {
            action.run();
        } finally {
            driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    /** The texts that an expression of the page finds. */
    static List<String> texts(String expression) {
        return ((List<?>) script("return " + expression))
                .stream().map(String::valueOf).toList();
    }

    /** The smallest size of the texts in these elements, in pixels of the screen. */
    static double smallestText(String selector) {
        return ((Number) script("return Math.min(...[...document.querySelectorAll('" + selector + "')]"
                        + ".filter(node => node.offsetParent && [...node.childNodes].some(child => child.nodeType === 3"
                        + " && child.textContent.trim()))"
                        + ".map(node => parseFloat(getComputedStyle(node).fontSize) * (node.currentCSSZoom || 1)))"))
                .doubleValue();
    }

    /** What to do in a window. */
    interface Action {
        void run() throws Exception;
    }
}

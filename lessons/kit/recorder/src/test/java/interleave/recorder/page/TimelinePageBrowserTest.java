package interleave.recorder.page;

import static interleave.recorder.model.SampleTimelines.greet;
import static interleave.recorder.model.SampleTimelines.greeting;
import static interleave.recorder.model.SampleTimelines.lane;
import static interleave.recorder.model.SampleTimelines.spans;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import interleave.recorder.model.HostileText;
import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Mark;
import interleave.recorder.model.Place;
import interleave.recorder.model.SampleTimelines;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import interleave.recorder.model.Timeline;
import java.io.File;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.print.PageSize;
import org.openqa.selenium.print.PrintOptions;

/** Opens the page in a real browser. Skipped if none is installed; CI installs one. */
class TimelinePageBrowserTest {

    private static final long FIVE_MEGABYTES = 5_000_000;

    @TempDir
    private static Path folder;

    private static Optional<ChromeDriver> started = Optional.empty();

    @BeforeAll
    static void startTheBrowser() {
        Optional<File> browser = program("chromium", "google-chrome", "chromium-browser");
        Optional<File> driver = program("chromedriver");
        assumeThat(browser.isPresent() && driver.isPresent())
                .as("no browser found: apt-get install chromium chromium-driver")
                .isTrue();
        var options = new ChromeOptions();
        options.setBinary(browser.orElseThrow());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--window-size=1280,1000",
                "--user-data-dir=" + folder.resolve("profile"));
        started = Optional.of(new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver.orElseThrow())
                        .usingAnyFreePort()
                        .withLogOutput(OutputStream.nullOutputStream())
                        .build(),
                options));
    }

    @AfterAll
    static void stopTheBrowser() {
        started.ifPresent(ChromeDriver::quit);
        started = Optional.empty();
    }

    @Test
    void stillPictureWorksWithoutScript() throws Exception {
        String page = page(greet()).replaceAll("(?s)<script.*?</script>", "");
        open(page);

        assertThat(all(".row[data-lane]")).hasSize(5);
        assertThat(one("#v0 rect.sleep").getRect().getWidth()).isGreaterThan(100);
        assertThat(one("#v0 .caption").isDisplayed()).isTrue();
        assertThat(one("#controls").isDisplayed()).isFalse();
        assertThat(one("#v0 .output").getText()).contains("3.00 s", "a line");
    }

    @Test
    void collapsesAnswersAndSuggestsNextCommands() throws Exception {
        open(page(greet()));

        assertThat(one(".run").getText()).contains("./lesson greet --instant", "by hand");
        assertThat(one(".skipped").getText())
                .contains("Vert.x", "not in virtual time: sockets", "./lesson greet --only vertx");
        assertThat(one(".notice li").isDisplayed()).isFalse();
        one(".notice summary").click();
        assertThat(one(".notice li").getText()).isEqualTo("All at once takes a second.");
        one(".next summary").click();
        assertThat(one(".next").getText()).contains("./lesson greet -- Eve", "another guest");
    }

    @Test
    void showsFailuresAndErrorStream() throws Exception {
        Lane lane = lane(
                "users",
                LaneKind.VIRTUAL_THREAD,
                0,
                spans(0, State.SLEEP, 1000),
                SampleTimelines.mark(0),
                new Mark(SampleTimelines.millis(500), "oh dear", Mark.Kind.PRINTED_TO_ERR),
                new Mark(SampleTimelines.millis(1000), "failed: no answer", Mark.Kind.FAILED));
        open(page(List.of(SampleTimelines.timeline("One", 2000, lane))));

        assertThat(all("#v0 .row path.failure")).hasSize(1);
        assertThat(all("#v0 .row path.complaint")).hasSize(1);
        assertThat(one(".legend").getText()).contains("fails or is cancelled", "prints to System.err");
        assertThat(one("#v0 .lanes").getText()).contains("\u2715 failed: no answer", "\u25b2 oh dear");
        assertThat(one("#v0 .output").getText()).contains("oh dear").doesNotContain("fails");
        assertThat(one("#v0 .output .complaint").getCssValue("color"))
                .isNotEqualTo(one("#v0 .output li").getCssValue("color"));
        type(Keys.ARROW_DOWN, ".");
        assertThat(one("#details").getText()).contains("then failed: no answer");
        type(Keys.HOME, Keys.ARROW_RIGHT);
        assertThat(shownLines(0)).isEqualTo(2);
    }

    @Test
    void drawsSleepWithoutThreadDifferently() throws Exception {
        var free = new Span(
                SampleTimelines.millis(0), SampleTimelines.millis(1000), State.SLEEP, Span.SLEEPS_WITHOUT_THREAD);
        open(page(List.of(SampleTimelines.timeline(
                "Loop",
                1000,
                lane("task", LaneKind.LOOP_TASK, 0, List.of(free)),
                lane("thread", LaneKind.PLATFORM_THREAD, 0, spans(0, State.SLEEP, 1000))))));

        assertThat(all("#v0 rect.sleep"))
                .extracting(bar -> bar.getCssValue("fill"))
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(one("#v0 rect.free").getCssValue("stroke-dasharray")).isNotEqualTo("none");
        assertThat(one(".legend").getText()).contains("sleeping\n", "sleeping without a thread");
    }

    @Test
    void distinguishesTaskAndThreadOfSameNameAndKeepsEndsOfLongNames() throws Exception {
        open(page(List.of(SampleTimelines.timeline(
                "Loop",
                1000,
                lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.IDLE, 1000)),
                lane("main", LaneKind.LOOP_TASK, 0, spans(0, State.SLEEP, 1000)),
                lane("A pool of connections, thread-27", LaneKind.PLATFORM_THREAD, 0, spans(0, State.IO, 1000))))));

        assertThat(all("#v0 .name bdi"))
                .extracting(WebElement::getText)
                .containsExactly("main (thread)", "main (task)", "A pool of con\u2026hread-27");
        assertThat(all("#v0 .name").get(3).getDomAttribute("title")).isEqualTo("A pool of connections, thread-27");
        assertThat(one(".legend").getText())
                .contains("turn of the loop", "end of the version")
                .doesNotContain("continues after");
    }

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
    void scrollsCodeToFirstLineThatRanAndComparesItWithFirstVersion() throws Exception {
        String first = "class A {\n" + "    a();\n".repeat(100) + "}\n";
        String second = first.replace("class A", "class B").replaceFirst("(?s)a\\(\\);(.*)a\\(\\);", "a();$1b();");
        var versions = new ArrayList<TimelinePage.Version>();
        for (String code : List.of(first, first, second)) {
            var waits = new Span(
                    SampleTimelines.millis(0),
                    SampleTimelines.millis(1000),
                    State.SLEEP,
                    "sleeping",
                    List.of(new Place("V" + versions.size() + ".java", 90)));
            versions.add(new TimelinePage.Version(
                    SampleTimelines.timeline("V", 1000, lane("main", LaneKind.PLATFORM_THREAD, 0, List.of(waits))),
                    "",
                    List.of(new TimelinePage.Source("V" + versions.size() + ".java", code))));
        }
        open(page("Code", versions));

        assertThat(one("#v2 .code summary").getText()).contains("highlighted lines are not in V0.java");
        assertThat(all("#v2 .line.new")).hasSize(1);
        assertThat(script("const pre = document.querySelector('#v2 pre'), ran ="
                        + " pre.querySelector('[data-line=\"90\"]');return ran.offsetTop > pre.scrollTop"
                        + " && ran.offsetTop < pre.scrollTop + pre.clientHeight"))
                .isEqualTo(true);
    }

    @Test
    void showsLongOutputInOneColumn() throws Exception {
        var marks = IntStream.range(0, 40)
                .mapToObj(i -> SampleTimelines.mark(i * 20))
                .toArray(Mark[]::new);
        open(page(List.of(
                SampleTimelines.timeline(
                        "Talks", 1000, lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.SLEEP, 1000), marks)),
                greet().getFirst())));

        assertThat(one("#v1 .caption[style^=right]").getCssValue("text-align")).isEqualTo("right");
        assertThat(all("#v0 .output li"))
                .extracting(line -> line.getLocation().getX())
                .containsOnly(one("#v0 .output li").getLocation().getX());
        assertThat(one("#v1 .output ol").getCssValue("column-count")).isEqualTo("2");
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
    void searchHighlightsMatchesUntilEscape() throws Exception {
        open(page(greet()));

        type("/", "a line");
        assertThat(all(".caption .hit")).isNotEmpty();
        type(Keys.ESCAPE);
        assertThat(all(".hit")).isEmpty();
        assertThat(one("#search").getDomProperty("value")).isEmpty();
    }

    /** In a real run, the events at a start are microseconds apart. */
    @Test
    void stepSaysWhatHappenedAndMergesEventsThatLookSimultaneous() throws Exception {
        Lane main = lane(
                "main",
                LaneKind.PLATFORM_THREAD,
                0,
                List.of(
                        new Span(SampleTimelines.millis(0), SampleTimelines.millis(3), State.RUNNING, "running"),
                        new Span(SampleTimelines.millis(3), SampleTimelines.millis(1002), State.SLEEP, "sleeping"),
                        new Span(SampleTimelines.millis(1002), SampleTimelines.millis(1004), State.RUNNING, "running"),
                        new Span(SampleTimelines.millis(1004), SampleTimelines.millis(2000), State.SLEEP, "sleeping")),
                new Mark(SampleTimelines.millis(2), "Hello, Alice!", Mark.Kind.PRINTED),
                new Mark(SampleTimelines.millis(1003), "Goodbye, Alice!", Mark.Kind.PRINTED));
        open(page(List.of(SampleTimelines.timeline("Sequential", 2000, main))));

        type(Keys.ARROW_RIGHT);
        assertThat(one("#step-text").getText())
                .isEqualTo("Sequential: main prints \"Hello, Alice!\"; main is now sleeping.");
        type(Keys.ARROW_RIGHT);
        assertThat(one("#now").getText()).startsWith("1.004 s");
        assertThat(one("#step-text").getText())
                .isEqualTo("Sequential: main prints \"Goodbye, Alice!\"; main is now sleeping.");
        type(Keys.ARROW_RIGHT);
        assertThat(one("#step-text").getText()).isEqualTo("Sequential: the version ends.");
    }

    @Test
    void stepOfLoopNamesTimers() throws Exception {
        open(page(List.of(SampleTimelines.timeline(
                "Loop", 3000, sleepingTask("Alice", 1000), sleepingTask("Bob", 2000), sleepingTask("Charlie", 3000)))));

        type(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertThat(one("#step-text").getText())
                .isEqualTo("Loop: the timer of Alice is due, and the loop runs its callback; Alice ends."
                        + " Timers: Bob, Charlie.");
    }

    private static Lane sleepingTask(String name, int millis) {
        return lane(
                name,
                LaneKind.LOOP_TASK,
                0,
                List.of(
                        new Span(
                                SampleTimelines.millis(0),
                                SampleTimelines.millis(millis - 1),
                                State.SLEEP,
                                Span.SLEEPS_WITHOUT_THREAD),
                        new Span(
                                SampleTimelines.millis(millis - 1),
                                SampleTimelines.millis(millis),
                                State.RUNNING,
                                "running")));
    }

    @Test
    void stepHasAddress() throws Exception {
        open(page(greet()));
        type(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        String address = driver().getCurrentUrl();
        String text = one("#step-text").getText();

        driver().get("about:blank");
        driver().get(address);

        assertThat(address).endsWith("#step=2");
        assertThat(one("#now").getText()).isEqualTo("1.000 s of 3.000 s");
        assertThat(one("#step-text").getText()).isEqualTo(text).isNotEmpty();
    }

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

    @Test
    void dimsTheFutureDuringReplay() throws Exception {
        open(page(greet()));

        type(Keys.HOME, Keys.ARROW_RIGHT);
        assertThat(String.valueOf(
                        script("const veil = getComputedStyle(document.querySelector('#v0 .cursor'), '::after');"
                                + "return veil.content + ' ' + veil.opacity")))
                .isEqualTo("\"\" 0.65");
        assertThat(one("#v0 .cursor").getRect().getX())
                .isLessThan(one("#v0 .end").getRect().getX());
    }

    @Test
    void narrowPageDoesNotScrollSideways() throws Exception {
        driver().executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", 420, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        try {
            open(page(greet()));
            assertThat(script("return document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            assertThat(one("#v0 rect.sleep").getRect().getWidth()).isGreaterThan(50);
        } finally {
            driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    @Test
    void allVersionsShareOneTimeScale() throws Exception {
        open(page(greet()));

        int ofSequential = one("#v0 rect.sleep").getRect().getWidth();
        int ofVirtualThreads = one("#v1 rect.sleep").getRect().getWidth();
        assertThat(ofSequential).isCloseTo(ofVirtualThreads, within(1));
    }

    @Test
    void stepMovesToNextEventOfAnyVersion() throws Exception {
        open(page(greet()));

        one("#step").click();
        assertThat(one("#now").getText()).isEqualTo("0.000 s of 3.000 s");
        assertThat(shownLines(0)).isEqualTo(1);
        assertThat(all(".cursor")).allMatch(WebElement::isDisplayed);

        one("#step").click();
        assertThat(one("#now").getText()).isEqualTo("1.000 s of 3.000 s");
        assertThat(shownLines(0)).isEqualTo(2);
        assertThat(shownLines(1)).isEqualTo(6);

        one("#back").click();
        assertThat(one("#now").getText()).isEqualTo("0.000 s of 3.000 s");
        assertThat(shownLines(1)).isEqualTo(3);
    }

    @Test
    void keyboardOperatesAllControls() throws Exception {
        open(page(greet()));

        type(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertThat(one("#now").getText()).startsWith("2.000 s");
        type(Keys.ARROW_LEFT);
        assertThat(one("#now").getText()).startsWith("1.000 s");
        type(Keys.HOME);
        assertThat(one("#now").getText()).startsWith("0.000 s");
        type("+");
        assertThat(one("#speed").getDomProperty("value")).isEqualTo("2");
        type("z", "z");
        assertThat(zoom()).isEqualTo("4");
        type("x", "x");
        type("p");
        assertThat(one("body").getDomAttribute("class")).contains("projector");
        type("p", "?");
        assertThat(one("#keys").isDisplayed()).isTrue();
        type(Keys.ESCAPE);
        assertThat(all(".cursor")).noneMatch(WebElement::isDisplayed);
        type("/");
        assertThat(focused()).isEqualTo("search");
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
    void replayRunsToTheEndAndCanBePaused() throws Exception {
        open(page(greet()));
        type(Keys.HOME);
        script("document.getElementById('speed').value = '10'");

        one("#play").click();
        await("document.getElementById('now').textContent.startsWith('3.000')");

        assertThat(one("#play").getText()).isEqualTo("Play");
        assertThat(shownLines(0)).isEqualTo(4);
        script("document.getElementById('speed').value = '0.1'");
        type(" ");
        assertThat(one("#play").getText()).isEqualTo("Pause");
        type(" ");
        String paused = one("#now").getText();
        script("return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        assertThat(one("#now").getText()).isEqualTo(paused);
    }

    @Test
    void searchFindsLanesAndLines() throws Exception {
        open(page(List.of(many(1000))));

        one("#search").sendKeys("guest-777");

        assertThat(one("#found").getText()).isEqualTo("1 lane");
        assertThat(one(".row.found").getText()).contains("guest-777");
        assertThat(one(".row.found").isDisplayed()).isTrue();
    }

    @Test
    void pageWithThousandLanesStaysSmall() throws Exception {
        String page = page(List.of(many(1000), many(1000), many(1000), many(1000)));
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan((int) FIVE_MEGABYTES);
        open(page);

        assertThat(all("#v0 .row[data-lane]")).hasSize(3);
        assertThat(one("#v0 .group").getText()).contains("997 more virtual threads", "max concurrent: 997");
        // counts elements instead of time: if all lanes and lines were drawn, there would be 80,000 more
        assertThat(all("*").size()).isLessThan(6000);
        one("#v0 .more").click();
        assertThat(all("#v0 .row[data-lane]")).hasSize(203);
    }

    @Test
    void replayShowsLatestOfThousandLines() throws Exception {
        var lane = lane(
                "main",
                LaneKind.PLATFORM_THREAD,
                0,
                spans(0, State.RUNNING, 1000),
                IntStream.rangeClosed(1, 1000)
                        .mapToObj(i -> new Mark(SampleTimelines.millis(i), "line " + i + " <b>"))
                        .toArray(Mark[]::new));
        open(page(List.of(SampleTimelines.timeline("Talks", 1000, lane))));
        assertThat(lines()).hasSize(200).first().asString().contains("line 1 <b>");
        assertThat(one("#v0 .output").getText()).contains("and 800 more lines");

        type(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertThat(lines())
                .as("three steps of 5 ms, in the first of which nothing is printed at 0 ms")
                .hasSize(14);
        script("document.getElementById('place').blur()");
        one("#v0 .row[data-lane] .track").click(); // the middle
        assertThat(lines()).hasSize(100);
        assertThat(lines().getLast()).matches("(?s).*line (49\\d|50\\d) <b>.*");
        type(Keys.ESCAPE);
        assertThat(lines()).hasSize(200);
    }

    private static List<String> lines() {
        return all("#v0 .output li").stream()
                .map(line -> line.getDomProperty("textContent"))
                .toList();
    }

    @Test
    void escapesHostileText() throws Exception {
        open(page(List.of(HostileText.timeline())));

        assertThat(driver().getTitle()).isEqualTo("Greet & <b>greet</b>");
        assertThat(all("img, main script, iframe")).isEmpty();
        List<String> names = all("#v0 .row[data-lane] .name").stream()
                .map(name -> name.getDomAttribute("title"))
                .toList();
        assertThat(one("#v0 .row[data-lane] .name bdi").getText()).startsWith("</script>");
        assertThat(names)
                .contains(HostileText.SCRIPT, HostileText.HTML, HostileText.ARABIC, HostileText.EMOJI, "?evil");
        assertThat(one("#v0 .output").getText()).contains(HostileText.SCRIPT, HostileText.HTML);
        type(Keys.ARROW_DOWN);
        assertThat(one("#details").getText()).contains(HostileText.SCRIPT);
        one("#search").sendKeys("onerror");
        assertThat(one("#found").getText()).isEqualTo("1 lane");
        assertThat(driver().getTitle()).isEqualTo("Greet & <b>greet</b>");
    }

    @Test
    void showsCodeBesideLanes() throws Exception {
        open(page(greet()));

        WebElement code = one("#v1 .code");
        assertThat(code.getText()).contains("WithB.java", "b();");
        assertThat(all("#v1 .line.new")).extracting(WebElement::getText).containsExactly("b();");
        assertThat(code.getLocation().getX())
                .isGreaterThan(one("#v1 .lanes").getLocation().getX());
    }

    @Test
    void replayHighlightsCurrentLineOfLane() throws Exception {
        var waits = new Span(
                SampleTimelines.millis(0),
                SampleTimelines.millis(1000),
                State.SLEEP,
                "sleeping",
                List.of(new Place("Other.java", 9), new Place("WithA.java", 3)));
        open(page(List.of(
                SampleTimelines.timeline("One", 1000, lane("main", LaneKind.PLATFORM_THREAD, 0, List.of(waits))))));

        type(Keys.HOME);
        assertThat(all(".line.here")).extracting(WebElement::getText).containsExactly("a();");
        type(Keys.ARROW_RIGHT);
        assertThat(all(".line.here")).isEmpty();
    }

    @Test
    void replayHighlightsLineInItsFile() throws Exception {
        var waits = new Span(
                SampleTimelines.millis(0),
                SampleTimelines.millis(1000),
                State.SLEEP,
                "sleeping",
                List.of(new Place("Second.java", 2)));
        Timeline timeline =
                SampleTimelines.timeline("One", 1000, lane("main", LaneKind.PLATFORM_THREAD, 0, List.of(waits)));
        open(page(
                "Two files",
                List.of(new TimelinePage.Version(
                        timeline,
                        "",
                        List.of(
                                new TimelinePage.Source("First.java", "first1();\nfirst2();\n"),
                                new TimelinePage.Source("Second.java", "second1();\nsecond2();\n"))))));

        type(Keys.HOME);
        assertThat(all(".line.here")).extracting(WebElement::getText).containsExactly("second2();");
        type(Keys.ARROW_DOWN, ".");
        assertThat(one("#details").getText()).endsWith("at Second.java:2");
    }

    @Test
    void projectorModeEnlargesLanes() throws Exception {
        open(page(greet()));

        type("p");
        assertThat(one("#v0 .code").isDisplayed()).isFalse();
        assertThat(one("#play").isDisplayed()).isTrue();
        assertThat(one("#zoom").isDisplayed()).isFalse();
        assertThat(one(".comparison").isDisplayed()).isFalse();
        type("c");
        assertThat(one("#v0 .code").isDisplayed()).isTrue();
    }

    @Test
    void hidingCodeBringsVersionsCloserTogether() throws Exception {
        open(page(greet()));
        int before = one("#v1").getLocation().getY();

        type("c");

        assertThat(one("#v0 .code").isDisplayed()).isFalse();
        assertThat(one("#v0 .output").isDisplayed()).isTrue();
        assertThat(one("#v1").getLocation().getY()).isLessThanOrEqualTo(before);
    }

    @Test
    void printsEightVersionsOnOneSheet() throws Exception {
        var versions = new ArrayList<Timeline>();
        for (int i = 0; i < 4; i++) {
            versions.addAll(greet());
        }
        open(page(versions));

        var sheet = new PrintOptions();
        sheet.setOrientation(PrintOptions.Orientation.LANDSCAPE);
        sheet.setPageSize(PageSize.ISO_A4);
        byte[] pdf = OutputType.BYTES.convertFromBase64Png(driver().print(sheet).getContent());
        assertThat(Pattern.compile("/Type\\s*/Page\\b")
                        .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                        .results())
                .hasSize(1);
    }

    @Test
    void loadsNothingFromTheNetwork() throws Exception {
        open(page(greet()));

        assertThat(script("return performance.getEntriesByType('resource').length"))
                .isEqualTo(0L);
    }

    @Test
    void replaysFastRunInSlowMotion() throws Exception {
        open(page(List.of(SampleTimelines.timeline(
                "Quick", 2, lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.IO, 1, State.RUNNING, 2))))));

        type(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertThat(one("#now").getText()).isEqualTo("1.000 ms of 2.000 ms");
    }

    private static Timeline many(int count) {
        var lanes = new ArrayList<Lane>();
        IntStream.rangeClosed(1, count).forEach(i -> lanes.add(greeting("guest-" + i, LaneKind.VIRTUAL_THREAD)));
        return SampleTimelines.timeline("Many", 1000, lanes.toArray(Lane[]::new));
    }

    private static String page(List<Timeline> timelines) {
        return page("Greet & <b>greet</b>", versions(timelines));
    }

    private static List<TimelinePage.Version> versions(List<Timeline> timelines) {
        var versions = new ArrayList<TimelinePage.Version>();
        String code = "package p;\n\na();\n";
        for (Timeline timeline : timelines) {
            String file = "With" + (char) ('A' + versions.size()) + ".java";
            versions.add(new TimelinePage.Version(
                    timeline, "about <b>it</b>", List.of(new TimelinePage.Source(file, code))));
            code = "package p;\n\na();\nb();\n";
        }
        return versions;
    }

    private static String page(String title, List<TimelinePage.Version> versions) {
        return page(title, TimelinePage.Answers.REVEALED, versions);
    }

    private static String page(String title, TimelinePage.Answers answers, List<TimelinePage.Version> versions) {
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

    private static void open(String page) throws Exception {
        Path file = Files.writeString(Files.createTempFile(folder, "page", ".html"), page);
        driver().get(file.toUri().toString());
    }

    private static ChromeDriver driver() {
        return started.orElseThrow();
    }

    private static WebElement one(String selector) {
        return driver().findElement(By.cssSelector(selector));
    }

    private static List<WebElement> all(String selector) {
        return driver().findElements(By.cssSelector(selector));
    }

    private static void type(CharSequence... keys) {
        for (CharSequence key : keys) {
            driver().switchTo().activeElement().sendKeys(key);
        }
    }

    private static Object script(String script) {
        return ((JavascriptExecutor) driver()).executeScript(script);
    }

    /** Waits for a promise of the page. The browser stops waiting after 30 s. */
    private static void await(String condition) {
        driver().manage().timeouts().scriptTimeout(Duration.ofSeconds(30));
        driver().executeAsyncScript("const done = arguments[0]; const look = () => " + condition
                + " ? done() : requestAnimationFrame(look); look();");
    }

    private static String zoom() {
        return String.valueOf(script("return document.body.style.getPropertyValue('--zoom')"));
    }

    private static String focused() {
        return String.valueOf(script("return document.activeElement.id"));
    }

    private static long shownLines(int version) {
        return all("#v" + version + " .output li").stream()
                .filter(WebElement::isDisplayed)
                .count();
    }

    private static Optional<File> program(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }
}

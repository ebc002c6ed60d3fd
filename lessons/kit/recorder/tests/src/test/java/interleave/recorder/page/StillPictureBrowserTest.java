package interleave.recorder.page;

import static interleave.recorder.model.SampleTimelines.greet;
import static interleave.recorder.model.SampleTimelines.lane;
import static interleave.recorder.model.SampleTimelines.spans;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import interleave.recorder.model.HostileText;
import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Mark;
import interleave.recorder.model.SampleTimelines;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The still picture of the page: lanes, lines, legend and names. */
class StillPictureBrowserTest extends PageBrowser {
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
    void showsLongOutputInOneColumn() throws Exception {
        var marks = IntStream.range(0, 40)
                .mapToObj(i -> SampleTimelines.mark(i * 20))
                .toArray(Mark[]::new);
        open(page(List.of(
                SampleTimelines.timeline(
                        "Talks", 1000, lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.SLEEP, 1000), marks)),
                greet().getFirst())));

        assertThat(all("#v0 .output li"))
                .extracting(line -> line.getLocation().getX())
                .containsOnly(one("#v0 .output li").getLocation().getX());
        assertThat(one("#v1 .output ol").getCssValue("column-count")).isEqualTo("2");
    }

    @Test
    void allVersionsShareOneTimeScale() throws Exception {
        open(page(greet()));

        int ofSequential = one("#v0 rect.sleep").getRect().getWidth();
        int ofVirtualThreads = one("#v1 rect.sleep").getRect().getWidth();
        assertThat(ofSequential).isCloseTo(ofVirtualThreads, within(1));
    }

    @Test
    void narrowPageDoesNotScrollSideways() throws Exception {
        inWindow(420, 900, () -> {
            open(page(greet()));
            assertThat(script("return document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            assertThat(one("#v0 rect.sleep").getRect().getWidth()).isGreaterThan(50);
        });
    }

    @Test
    void loadsNothingFromTheNetwork() throws Exception {
        open(page(greet()));

        assertThat(script("return performance.getEntriesByType('resource').length"))
                .isEqualTo(0L);
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
    void pageWithThousandLanesStaysSmall() throws Exception {
        String page = page(List.of(many(1000), many(1000), many(1000), many(1000)));
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(5_000_000);
        open(page);

        assertThat(all("#v0 .row[data-lane]")).hasSize(3);
        assertThat(one("#v0 .group").getText()).contains("997 more virtual threads", "max concurrent: 997");
        // counts elements instead of time: if all lanes and lines were drawn, there would be 80,000 more
        assertThat(all("*").size()).isLessThan(6000);
        one("#v0 .more").click();
        assertThat(all("#v0 .row[data-lane]")).hasSize(203);
    }
}

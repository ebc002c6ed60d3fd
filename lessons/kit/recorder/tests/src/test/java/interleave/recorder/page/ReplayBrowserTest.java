package interleave.recorder.page;

import static interleave.recorder.model.SampleTimelines.greet;
import static interleave.recorder.model.SampleTimelines.lane;
import static interleave.recorder.model.SampleTimelines.spans;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Mark;
import interleave.recorder.model.SampleTimelines;
import interleave.recorder.model.State;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The replay and its keys. */
class ReplayBrowserTest extends PageBrowser {
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
        one("#v0 .row[data-lane] .inner").click(); // the middle
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

    private static String zoom() {
        return String.valueOf(script("return document.body.style.getPropertyValue('--zoom')"));
    }

    private static String focused() {
        return String.valueOf(script("return document.activeElement.id"));
    }
}

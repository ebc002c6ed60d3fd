package interleave.recorder.page;

import static interleave.recorder.model.SampleTimelines.greet;
import static interleave.recorder.model.SampleTimelines.lane;
import static interleave.recorder.model.SampleTimelines.spans;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Mark;
import interleave.recorder.model.SampleTimelines;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The steps of the replay, their sentences and their addresses. */
class StepsBrowserTest extends PageBrowser {
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
    void replaysFastRunInSlowMotion() throws Exception {
        open(page(List.of(SampleTimelines.timeline(
                "Quick", 2, lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.IO, 1, State.RUNNING, 2))))));

        type(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertThat(one("#now").getText()).isEqualTo("1.000 ms of 2.000 ms");
    }
}

package interleave.recorder.page;

import static interleave.recorder.model.SampleTimelines.lane;
import static interleave.recorder.model.SampleTimelines.millis;
import static interleave.recorder.model.SampleTimelines.spans;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.model.Ending;
import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Queued;
import interleave.recorder.model.Scheduling;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import interleave.recorder.model.Timeline;
import interleave.recorder.model.Wake;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.WebElement;

/** The queues and the arrows of the current step, in a real browser. */
class QueuesBrowserTest extends PageBrowser {
    /** The timers of Alice and Bob are due at the same time, as in a real run, and that of Charlie is not. */
    @Test
    void eachCallbackOfLoopIsAStepWithReadyQueueAndTimers() throws Exception {
        openAtStep(2, loop());

        assertThat(one("#step-text").getText())
                .isEqualTo("Loop: the timer of Alice is due, and the loop runs its callback; Alice ends."
                        + " Ready: Bob. Timers: Charlie.");
        assertThat(one("#v0 .queues").getText()).isEqualTo("Ready: Bob Timers: Charlie");
        type(Keys.ARROW_RIGHT);
        assertThat(one("#step-text").getText())
                .isEqualTo("Loop: the timer of Bob is due, and the loop runs its callback; Bob ends."
                        + " Ready: none. Timers: Charlie.");
        type(Keys.ARROW_RIGHT);
        assertThat(one("#v0 .queues").getText()).isEqualTo("Ready: none Timers: none");
        type(Keys.ESCAPE);
        assertThat(one("#v0 .queues").isDisplayed())
                .as("the still picture has no current moment")
                .isFalse();
    }

    @Test
    void showsTasksThatNoThreadOfPoolHasBegun() throws Exception {
        Lane worker = lane(
                "worker",
                LaneKind.PLATFORM_THREAD,
                0,
                spans(0, State.SLEEP, 1000, State.RUNNING, 1030, State.SLEEP, 2000));
        openAtStep(
                1, version("Pool", List.of(worker), new Scheduling(List.of(pooled(0, 0), pooled(0, 1000)), List.of())));

        assertThat(one("#step-text").getText()).endsWith(" Tasks that no thread has begun: 1.");
        type(Keys.ARROW_RIGHT);
        assertThat(one("#v0 .queues").getText()).isEqualTo("Tasks that no thread has begun: none");
    }

    @Test
    void listsWaitersForPermitInOrderAndDrawsArrowToTheOneThatIsWoken() throws Exception {
        openAtStep(3, permits());

        assertThat(one("#v0 .queues").getText()).isEqualTo("Waiting for a permit: Charlie, Bob");
        assertThat(all("#v0 .wake")).isEmpty();
        type(Keys.ARROW_RIGHT);
        assertThat(one("#step-text").getText()).contains("Alice wakes Charlie").endsWith("permit: Bob.");
        assertThat(all("#v0 .wake")).hasSize(1);
        Rectangle arrow = one("#v0 .wake path").getRect();
        assertThat(arrow.getY() + arrow.getHeight())
                .as("the arrow ends in the row of Charlie, the last one")
                .isBetween(top(2), top(2) + row(2).getRect().getHeight());
        assertThat(arrow.getY())
                .as("it begins in the row of Alice")
                .isBetween(top(0), top(0) + row(0).getRect().getHeight());
        type(Keys.ESCAPE);
        assertThat(all("#v0 .wake")).isEmpty();
    }

    private static WebElement row(int lane) {
        return one("#v0 [data-lane='" + lane + "']");
    }

    private static int top(int lane) {
        return row(lane).getRect().getY();
    }

    private static Timeline loop() {
        var ready = List.of(ready("Alice", 1000, 1001), ready("Bob", 1000, 1003), ready("Charlie", 2000, 2001));
        return version(
                "Loop",
                List.of(task("Alice", 1001), task("Bob", 1003), task("Charlie", 2001)),
                new Scheduling(ready, List.of()));
    }

    private static Lane task(String name, int due) {
        return lane(
                name,
                LaneKind.LOOP_TASK,
                0,
                List.of(
                        new Span(millis(0), millis(due), State.SLEEP, Span.SLEEPS_WITHOUT_THREAD),
                        new Span(millis(due), millis(due + 1), State.RUNNING, "running")));
    }

    private static Queued ready(String name, int from, int to) {
        return new Queued(Queued.QueueKind.READY, name, millis(from), millis(to));
    }

    private static Queued pooled(int from, int to) {
        return new Queued(Queued.QueueKind.POOL, "", millis(from), millis(to));
    }

    /** Alice has the permit for a second. Charlie waits for it first, and then Bob. */
    private static Timeline permits() {
        return version(
                "Permits",
                List.of(
                        thread("Alice", 0, new Span(millis(0), millis(1000), State.SLEEP, "sleeping")),
                        thread("Bob", 200, permit(200, 2000)),
                        thread(
                                "Charlie",
                                100,
                                permit(100, 1000),
                                new Span(millis(1000), millis(2000), State.SLEEP, "sleeping"))),
                new Scheduling(List.of(), List.of(new Wake(0, 2, millis(1000), millis(1000)))));
    }

    private static Lane thread(String name, int start, Span... spans) {
        return lane(name, LaneKind.PLATFORM_THREAD, start, List.of(spans));
    }

    private static Span permit(int from, int to) {
        return new Span(millis(from), millis(to), State.OTHER, "waiting for a permit");
    }

    private static Timeline version(String name, List<Lane> lanes, Scheduling scheduling) {
        Duration end = lanes.stream().map(Lane::end).max(Duration::compareTo).orElseThrow();
        return new Timeline(name, end, Ending.DONE, lanes, List.of(), scheduling);
    }
}

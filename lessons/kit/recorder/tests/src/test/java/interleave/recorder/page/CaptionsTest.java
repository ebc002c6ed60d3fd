package interleave.recorder.page;

import static interleave.recorder.model.SampleTimelines.printed;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.layout.TimeAxis;
import interleave.recorder.model.Mark;
import interleave.recorder.model.SampleTimelines;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The captions of a lane on an axis of one second. */
class CaptionsTest {

    @Test
    void eachCaptionKnowsItsPlaceAndItsTime() {
        assertThat(html(printed(0, "Hello"), printed(500, "Goodbye")))
                .contains("data-at=\"0\"", "--at:0%", "<bdi>Hello</bdi>")
                .contains("data-at=\"500000000\"", "--at:50%", "<bdi>Goodbye</bdi>");
    }

    @Test
    void simultaneousLinesShareCaption() {
        assertThat(html(printed(0, "one"), printed(1, "two")))
                .containsOnlyOnce("class=\"caption\"")
                .contains("data-count=\"2\"", "<bdi>one</bdi><bdi>two</bdi></span>");
    }

    @Test
    void foldsAllButTheFirstOfManySimultaneousLines() {
        assertThat(html(printed(0, "one"), printed(1, "two"), printed(2, "three")))
                .contains(
                        "data-count=\"3\"",
                        "<bdi>one</bdi><small>and 2 more</small></span>",
                        "title=\"one; two; three\"");
    }

    @Test
    void escapesHostileText() {
        assertThat(html(printed(0, "<b>"))).contains("&lt;b&gt;").doesNotContain("<b>");
    }

    private static String html(Mark... marks) {
        return new Captions(List.of(marks), TimeAxis.of(List.of(SampleTimelines.timeline("t", 1000)))).html();
    }
}

package interleave.recorder.page;

import static interleave.recorder.model.SampleTimelines.greet;
import static interleave.recorder.model.SampleTimelines.lane;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Place;
import interleave.recorder.model.SampleTimelines;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import interleave.recorder.model.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The code of the versions beside their lanes. */
class CodeBrowserTest extends PageBrowser {
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
                    Optional.empty(),
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
                        Optional.empty(),
                        List.of(
                                new TimelinePage.Source("First.java", "first1();\nfirst2();\n"),
                                new TimelinePage.Source("Second.java", "second1();\nsecond2();\n"))))));

        type(Keys.HOME);
        assertThat(all(".line.here")).extracting(WebElement::getText).containsExactly("second2();");
        type(Keys.ARROW_DOWN, ".");
        assertThat(one("#details").getText()).endsWith("at Second.java:2");
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
}

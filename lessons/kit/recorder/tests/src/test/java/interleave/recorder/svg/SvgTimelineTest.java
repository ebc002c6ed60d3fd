package interleave.recorder.svg;

import static interleave.recorder.model.SampleTimelines.greet;
import static interleave.recorder.model.SampleTimelines.greeting;
import static interleave.recorder.model.SampleTimelines.lane;
import static interleave.recorder.model.SampleTimelines.mark;
import static interleave.recorder.model.SampleTimelines.spans;
import static interleave.recorder.model.SampleTimelines.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.model.HostileText;
import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.SampleTimelines;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import interleave.recorder.model.Timeline;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgTimelineTest {

    @Test
    void rendersSvgWithTitle() throws Exception {
        Document svg = svg(greet());

        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
        assertThat(texts(svg, "title")).containsExactly("Timelines: Sequential 3.0 s, Virtual threads 1.0 s");
    }

    @Test
    void drawsAllVersionsOnOneAxis() throws Exception {
        List<Element> sleeps = withClass(svg(greet()), "sleep").stream()
                .filter(each -> each.hasAttribute("x"))
                .toList();

        assertThat(sleeps.subList(0, 6))
                .extracting(rect -> rect.getAttribute("x") + " " + rect.getAttribute("width"))
                .containsExactly(
                        "0% 33.333%", "33.333% 33.333%", "66.667% 33.333%", "0% 33.333%", "0% 33.333%", "0% 33.333%");
    }

    @Test
    void drawsNameOfLaneAndMarkOfPrintedLine() throws Exception {
        Document svg = svg(greet());

        assertThat(texts(svg, "text")).contains("Sequential", "main", "virtual-1", "virtual-3", "3.0 s", "2.0 s");
        assertThat(withClass(svg, "mark")).hasSize(4 + 6 + 1);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void everyStateHasItsOwnStyle(State state) throws Exception {
        Document svg =
                svg(List.of(timeline("One", 100, lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, state, 100)))));

        assertThat(withClass(svg, state.name().toLowerCase(Locale.ROOT)).stream()
                        .filter(each -> "0%".equals(each.getAttribute("x")) || "0%".equals(each.getAttribute("x1"))))
                .hasSize(1);
        assertThat(texts(svg, "text")).contains(state.meaning());
        assertThat(SvgStyle.states()).contains(".il ." + state.name().toLowerCase(Locale.ROOT) + "{");
    }

    /** Colours alone are lost in black-and-white print, and for colour-blind readers. */
    @Test
    void statesDifferByPatternAsWellAsColour() {
        List<String> patterns =
                List.of("#il-sleep", "#il-lock", "#il-io", "#il-other", "dasharray:7 4", "dasharray:1.5 5");

        assertThat(patterns).allSatisfy(pattern -> assertThat(SvgStyle.states()).containsOnlyOnce(pattern));
    }

    @Test
    void supportsDarkColourScheme() {
        assertThat(SvgTimeline.render(greet())).contains("prefers-color-scheme:dark");
    }

    /** Viewers such as librsvg know no CSS variables, and would draw everything black. */
    @Test
    void usesNoCssVariables() {
        String picture = SvgTimeline.render(greet());

        assertThat(picture).doesNotContain("var(", "--ink");
        String[] schemes = picture.split("prefers-color-scheme:dark", 2);
        assertThat(schemes[0]).contains(".il .sleep{fill:url(#il-sleep);stroke:#0072b2}");
        assertThat(schemes[1]).contains(".il .sleep{fill:url(#il-sleep);stroke:#56b4e9}");
    }

    @Test
    void drawsVeryShortSpanAsStroke() throws Exception {
        Document svg = svg(List.of(timeline(
                "Loop",
                1000,
                lane(
                        "main",
                        LaneKind.PLATFORM_THREAD,
                        0,
                        spans(0, State.IDLE, 500, State.RUNNING, 501, State.IDLE, 1000)))));

        assertThat(withClass(svg, "turn"))
                .extracting(turn -> turn.getAttribute("x1"))
                .contains("50%");
    }

    @Test
    void underlinesCriticalPath() throws Exception {
        assertThat(withClass(svg(greet()), "chain"))
                .extracting(step -> step.getAttribute("x2"))
                .contains("100%", "33.333%");
    }

    @Test
    void processesHaveNoCriticalPath() throws Exception {
        Document svg = svg(List.of(
                timeline("Mesh", 3000, lane("node 1", LaneKind.PROCESS, 0, spans(0, State.RUNNING, 3000)))));

        assertThat(withClass(svg, "running")).isNotEmpty();
        assertThat(withClass(svg, "chain")).isEmpty();
        assertThat(texts(svg, "text")).doesNotContain("critical path");
    }

    @Test
    void summarisesManyLanes() throws Exception {
        var lanes = new ArrayList<Lane>();
        IntStream.rangeClosed(1, 1000).forEach(i -> lanes.add(greeting("guest-" + i, LaneKind.VIRTUAL_THREAD)));
        Document svg = svg(List.of(timeline("Many", 1000, lanes.toArray(Lane[]::new))));

        assertThat(texts(svg, "text"))
                .contains("guest-3", "997 more virtual threads", "max concurrent: 997")
                .doesNotContain("guest-4");
    }

    @Test
    void staysSmall() {
        assertThat(SvgTimeline.render(greet())).hasSizeLessThan(12_000);
    }

    @Test
    void sameTimelinesGiveSamePicture() {
        assertThat(SvgTimeline.render(greet())).isEqualTo(SvgTimeline.render(greet()));
    }

    @Test
    void escapesHostileText() throws Exception {
        Document svg = svg(List.of(HostileText.timeline()));

        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getElementsByTagName("img").getLength()).isZero();
        assertThat(texts(svg, "text")).contains(HostileText.ARABIC, HostileText.EMOJI, "?evil");
    }

    @Test
    void drawsVersionWithoutDuration() throws Exception {
        var nothing = timeline("Nothing", 0, lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0), mark(0)));

        assertThat(texts(svg(List.of(nothing)), "text")).contains("Nothing", "0.0 ms");
    }

    private static Document svg(List<Timeline> timelines) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(SvgTimeline.render(timelines))));
    }

    private static List<String> texts(Document svg, String tag) {
        return elements(svg, tag).stream().map(Element::getTextContent).toList();
    }

    private static List<Element> withClass(Document svg, String name) {
        return elements(svg, "*").stream()
                .filter(each -> List.of(each.getAttribute("class").split(" ")).contains(name))
                .toList();
    }

    private static List<Element> elements(Document svg, String tag) {
        NodeList nodes = svg.getElementsByTagName(tag);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    @Test
    void mergesManyShortSpans() {
        var busy = new ArrayList<Span>();
        for (int micros = 0; micros < 1_000_000; micros += 100) {
            busy.add(new Span(
                    Duration.ofNanos(micros * 1_000L), Duration.ofNanos((micros + 60) * 1_000L), State.IO, ""));
            busy.add(new Span(
                    Duration.ofNanos((micros + 60) * 1_000L),
                    Duration.ofNanos((micros + 100) * 1_000L),
                    State.LOCK,
                    ""));
        }
        String picture = SvgTimeline.render(List.of(SampleTimelines.timeline(
                "Busy", 1000, SampleTimelines.lane("main", LaneKind.PLATFORM_THREAD, 0, busy))));

        assertThat(picture).hasSizeLessThan(100_000).contains("class=\"io\"").doesNotContain("<rect class=\"lock\"");
    }

    @Test
    void drawsConsecutiveStepsAsOneLine() {
        String picture = SvgTimeline.render(List.of(SampleTimelines.greet().getFirst()));

        assertThat(picture.split("y1=\"17\"", -1)).as("around one line").hasSize(2);
    }

    /** Names of versions are bold. The usual fonts need about 7.3 units for a bold letter. */
    @Test
    void nameOfVersionDoesNotTouchTheAxis() throws Exception {
        String name = "Sequential";
        var sequential = timeline(name, 1000, lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0), mark(0)));

        Element axis = withClass(svg(List.of(sequential)), "grid").getFirst();

        double end = 10 + name.length() * 7.3;
        assertThat(Double.parseDouble(axis.getAttribute("x1"))).isGreaterThan(end + 8);
    }
}

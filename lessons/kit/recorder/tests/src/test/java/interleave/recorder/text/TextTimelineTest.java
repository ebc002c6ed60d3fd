package interleave.recorder.text;

import static interleave.recorder.model.SampleTimelines.greet;
import static interleave.recorder.model.SampleTimelines.greeting;
import static interleave.recorder.model.SampleTimelines.lane;
import static interleave.recorder.model.SampleTimelines.mark;
import static interleave.recorder.model.SampleTimelines.millis;
import static interleave.recorder.model.SampleTimelines.spans;
import static interleave.recorder.model.SampleTimelines.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.layout.TerminalText;
import interleave.recorder.model.Ending;
import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Mark;
import interleave.recorder.model.SampleTimelines;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import interleave.recorder.model.Timeline;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTimelineTest {

    private static final String ESCAPE = "\u001b";

    @Test
    void drawsWithUnicode() {
        assertThat(TextTimeline.render(greet(), 60, Glyphs.UNICODE, Colour.NONE))
                .isEqualTo("""
                                     │0 s          │1 s          │2 s
                    Sequential       ├───────────────── 3.0 s ─────────────────┤
                      main           ●░░░░░░░░░░░░░●░░░░░░░░░░░░░●░░░░░░░░░░░░░●
                    Virtual threads  ├─── 1.0 s ───┤
                      main           ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄
                      virtual-1      ●░░░░░░░░░░░░░●
                      virtual-2      ●░░░░░░░░░░░░░●
                      virtual-3      ●░░░░░░░░░░░░░●

                    ░ sleeping   ┄ blocked on a result   ● prints a line
                    """);
    }

    @Test
    void drawsWithAscii() {
        assertThat(TextTimeline.render(greet(), 60, Glyphs.ASCII, Colour.NONE)).isEqualTo("""
                             |0 s          |1 s          |2 s
            Sequential       |----------------- 3.0 s -----------------|
              main           o=============o=============o=============o
            Virtual threads  |--- 1.0 s ---|
              main           :::::::::::::::
              virtual-1      o=============o
              virtual-2      o=============o
              virtual-3      o=============o

            = sleeping   : blocked on a result   o prints a line
            """);
    }

    @Test
    void distinguishesSleepThatNeedsNoThread() {
        var free = new Span(millis(0), millis(1000), State.SLEEP, Span.SLEEPS_WITHOUT_THREAD);
        var loop = timeline(
                "Loop",
                1000,
                lane("thread", LaneKind.PLATFORM_THREAD, 0, spans(0, State.SLEEP, 1000)),
                lane("task", LaneKind.LOOP_TASK, 0, List.of(free)));

        assertThat(TextTimeline.render(List.of(loop), 80, Glyphs.UNICODE, Colour.NONE))
                .containsPattern("thread +░+\n")
                .containsPattern("task +═+\n")
                .contains("░ sleeping   ═ sleeping without a thread\n");
    }

    @Test
    void drawsFailuresAndErrorStream() {
        var failing = timeline(
                "One",
                1000,
                lane(
                        "main",
                        LaneKind.PLATFORM_THREAD,
                        0,
                        spans(0, State.SLEEP, 1000),
                        new Mark(millis(500), "oh dear", Mark.Kind.PRINTED_TO_ERR),
                        mark(1000),
                        new Mark(millis(1000), "failed: no answer", Mark.Kind.FAILED)));

        assertThat(TextTimeline.render(List.of(failing), 80, Glyphs.UNICODE, Colour.NONE))
                .containsPattern("main +░+▲░+✕\n")
                .contains("▲ prints to System.err   ✕ fails or is cancelled");
    }

    @Test
    void namesNumberOfLibraryThreadsWithoutTheirState() {
        var client = timeline(
                "Client",
                1000,
                lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.IO, 1000)),
                lane("HttpClient-1-Worker-0", LaneKind.PLATFORM_THREAD, 0, spans(0, State.RUNNING, 1000)),
                lane("HttpClient-1-Worker-1", LaneKind.PLATFORM_THREAD, 0, spans(0, State.IDLE, 1000)));

        assertThat(TextTimeline.render(List.of(client), 80, Glyphs.ASCII, Colour.NONE))
                .contains("\n  2 library threads\n")
                .doesNotContain("max concurrent", "number in progress", "idle");
    }

    @Test
    void drawsNarrowPicture() {
        assertThat(TextTimeline.render(greet(), 40, Glyphs.UNICODE, Colour.NONE))
                .isEqualTo("""
                                    │0 s    │1 s    │2 s
                    Sequential      ├─────── 3.0 s ────────┤
                      main          ●░░░░░░░●░░░░░░░●░░░░░░●
                    Virtual threads ├──────┤ 1.0 s
                      main          ┄┄┄┄┄┄┄┄
                      virtual-1     ●░░░░░░●
                      virtual-2     ●░░░░░░●
                      virtual-3     ●░░░░░░●

                    ░ sleeping   ┄ blocked on a result
                    ● prints a line
                    """);
    }

    @Test
    void everyStateHasItsOwnGlyph() {
        var all = lane(
                "all states",
                LaneKind.PLATFORM_THREAD,
                0,
                spans(
                        0,
                        State.RUNNING,
                        10,
                        State.SLEEP,
                        20,
                        State.LOCK,
                        30,
                        State.IO,
                        40,
                        State.RESULT,
                        50,
                        State.IDLE,
                        60,
                        State.OTHER,
                        70),
                mark(5));

        assertThat(TextTimeline.render(List.of(timeline("One", 70, all)), 49, Glyphs.UNICODE, Colour.NONE))
                .isEqualTo("""
                                  │0 ms     │20 ms    │40 ms    │
                    One           ├───────────── 70 ms ─────────────┤
                      all states  ██●██░░░░░╳╳╳╳╳≈≈≈≈≈┄┄┄┄┄·····╌╌╌╌╌

                    █ running   ░ sleeping   ╳ blocked on a lock
                    ≈ blocked on I/O   ┄ blocked on a result   · idle
                    ╌ waiting   ● prints a line
                    """);
        assertThat(TextTimeline.render(List.of(timeline("One", 70, all)), 49, Glyphs.ASCII, Colour.NONE))
                .isEqualTo("""
                                  |0 ms     |20 ms    |40 ms    |
                    One           |------------- 70 ms -------------|
                      all states  ##o##=====xxxxx~~~~~:::::.....+++++

                    # running   = sleeping   x blocked on a lock
                    ~ blocked on I/O   : blocked on a result   . idle
                    + waiting   o prints a line
                    """);
    }

    @Test
    void summarisesManyLanes() {
        var lanes = IntStream.rangeClosed(1, 1000)
                .mapToObj(i -> lane("virtual-" + i, LaneKind.VIRTUAL_THREAD, 0, spans(0, State.SLEEP, i)))
                .toArray(Lane[]::new);

        assertThat(TextTimeline.render(List.of(timeline("Thousand", 1000, lanes)), 70, Glyphs.UNICODE, Colour.NONE))
                .isEqualTo("""
                                                │0 s    │0.2 s  │0.4 s   │0.6 s  │0.8 s
                    Thousand                    ├──────────────── 1.0 s ─────────────────┤
                      virtual-1                 ░
                      virtual-2                 ░
                      virtual-3                 ░
                      997 more virtual threads  ▇▇▇▇▇▇▇▆▆▆▆▆▆▅▅▅▅▅▅▄▄▄▄▄▄▃▃▃▃▃▃▂▂▂▂▂▂▁▁▁▁▁
                                                max concurrent: 997

                    ░ sleeping   ▁▄▇ number in progress
                    """);
        assertThat(TextTimeline.render(List.of(timeline("Thousand", 1000, lanes)), 70, Glyphs.ASCII, Colour.NONE))
                .isEqualTo("""
                                                |0 s    |0.2 s  |0.4 s   |0.6 s  |0.8 s
                    Thousand                    |---------------- 1.0 s -----------------|
                      virtual-1                 =
                      virtual-2                 =
                      virtual-3                 =
                      997 more virtual threads  999998888877777666655555444443333222221111
                                                max concurrent: 997

                    = sleeping   159 number in progress
                    """);
    }

    @Test
    void drawsLanesThatOutliveTheirVersionAndVeryShortLanes() {
        var late = new Lane(
                "late",
                LaneKind.PLATFORM_THREAD,
                millis(2),
                millis(20),
                true,
                spans(2, State.OTHER, 20),
                List.of(mark(500)));
        var brief = lane("brief", LaneKind.PLATFORM_THREAD, 10, List.of());
        var timelines = List.of(
                timeline("Short", 20, late, brief),
                timeline("Long", 2000, lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.RUNNING, 2000))));

        assertThat(TextTimeline.render(timelines, 50, Glyphs.UNICODE, Colour.NONE))
                .isEqualTo("""
                             │0 s      │0.5 s    │1.0 s    │1.5 s
                    Short    ├ 20 ms
                      late   →
                      brief  █
                    Long     ├──────────────── 2.0 s ────────────────┤
                      main   █████████████████████████████████████████

                    █ running   ╌ waiting
                    → continues after the version has returned
                    """);
    }

    @Test
    void drawsTasksBelowTheirLoop() {
        var main = lane("main", LaneKind.PLATFORM_THREAD, 0, spans(0, State.IDLE, 1000));
        var timelines = List.of(timeline("Event loop", 1000, main, greeting("Alice", LaneKind.LOOP_TASK)));

        assertThat(TextTimeline.render(timelines, 44, Glyphs.ASCII, Colour.NONE))
                .isEqualTo("""
                                |0 s            |0.5 s
                    Event loop  |----------- 1.0 s ------------|
                      main      ................................
                        Alice   o==============================o

                    = sleeping   . idle   o prints a line
                    """);
    }

    @Test
    void escapesNames() {
        var nasty = lane(
                ESCAPE + "[2Jclear\r\n\u0007\u009b\u202e\u2028",
                LaneKind.PLATFORM_THREAD,
                0,
                spans(0, State.RUNNING, 10));
        var wide = lane("日本語の名前はとても長いスレッド🙂", LaneKind.PLATFORM_THREAD, 0, spans(0, State.RUNNING, 10));

        assertThat(TextTimeline.render(List.of(timeline("a\nb", 10, nasty, wide)), 40, Glyphs.UNICODE, Colour.NONE))
                .isEqualTo("""
                                    │0 ms       │5 ms
                    a?b             ├─────── 10 ms ────────┤
                      ?[2Jclear???… ████████████████████████
                      日本語の名前… ████████████████████████

                    █ running
                    """);
        assertThat(TextTimeline.render(List.of(timeline("a\nb", 10, nasty, wide)), 40, Glyphs.ASCII, Colour.NONE))
                .isEqualTo("""
                                    |0 ms       |5 ms
                    a?b             |------- 10 ms --------|
                      ?[2Jclear?... ########################
                      ??????????... ########################

                    # running
                    """);
    }

    @Test
    void coloursDoNotChangeTheText() {
        String coloured = TextTimeline.render(greet(), 80, Glyphs.UNICODE, Colour.ANSI);

        assertThat(coloured).contains(ESCAPE);
        assertThat(coloured.replaceAll(ESCAPE + "\\[[0-9;]*m", "").replaceAll(" +\n", "\n"))
                .isEqualTo(TextTimeline.render(greet(), 80, Glyphs.UNICODE, Colour.NONE)
                        .replaceAll(" +\n", "\n"));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 41, 57, 80, 132, 400})
    void neverExceedsWidth(int width) {
        var lanes = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> greeting("一二三四五六七八九十" + i, i % 2 == 0 ? LaneKind.VIRTUAL_THREAD : LaneKind.LOOP_TASK))
                .toArray(Lane[]::new);
        for (int millis : new int[] {1, 20, 999, 1000, 59_000, 180_000, 3_600_000}) {
            for (Glyphs glyphs : Glyphs.values()) {
                var timelines = List.of(
                        timeline("a version with a name far too long for anything", 1000, lanes),
                        timeline("", millis),
                        new Timeline("fails", SampleTimelines.millis(millis), Ending.FAILED, List.of()));
                String text = TextTimeline.render(timelines, width, glyphs, Colour.NONE)
                        + TextTable.render(timelines, width, glyphs, Colour.NONE);
                assertThat(text).endsWith("\n");
                assertThat(text.lines())
                        .allSatisfy(line -> assertThat(TerminalText.width(line)).isLessThanOrEqualTo(width));
            }
        }
    }

    @Test
    void usesOnlyAsciiForOtherCharsets() {
        assertThat(TextTimeline.render(greet(), 80, Glyphs.of(StandardCharsets.ISO_8859_1), Colour.NONE))
                .matches("[\\x20-\\x7e\\n]*");
        assertThat(Glyphs.of(StandardCharsets.UTF_8)).isEqualTo(Glyphs.UNICODE);
    }

    @Test
    void drawsEmptyVersions() {
        assertThat(TextTimeline.render(List.of(), 80, Glyphs.UNICODE, Colour.NONE))
                .isEmpty();
        assertThat(TextTimeline.render(List.of(timeline("Empty", 0)), 40, Glyphs.ASCII, Colour.NONE))
                .contains("Empty")
                .contains("0.0 ms");
    }

    @Test
    void showsNoTimeForFailedVersionsInTable() {
        var failed = List.of(
                new Timeline("Fails", SampleTimelines.millis(1000), Ending.FAILED, List.of()),
                new Timeline("Hangs", SampleTimelines.millis(1500), Ending.STUCK, List.of()),
                new Timeline("Stopped", SampleTimelines.millis(2000), Ending.STOPPED, List.of()));

        assertThat(TextTimeline.render(failed, 60, Glyphs.ASCII, Colour.NONE))
                .contains("failed at 1.0 s", "stuck at 1.5 s", "stopped at 2.0 s");
        assertThat(TextTable.render(failed, 60, Glyphs.ASCII, Colour.NONE))
                .contains("failed", "stuck", "stopped")
                .doesNotContain(" s ");
    }

    @Test
    void comparesVersionsInTable() {
        assertThat(TextTable.render(greet(), 80, Glyphs.UNICODE, Colour.NONE)).isEqualTo("""
            version            time   threads         max concurrent
            Sequential        3.0 s   1                            1
            Virtual threads   1.0 s   1 + 3 virtual                3
            """);
    }
}

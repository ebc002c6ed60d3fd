package interleave.recorder.page;

import interleave.recorder.layout.ColumnAxis;
import interleave.recorder.layout.Labels;
import interleave.recorder.layout.LaneGroups;
import interleave.recorder.layout.SafeText;
import interleave.recorder.layout.TerminalText;
import interleave.recorder.layout.TimeAxis;
import interleave.recorder.model.CriticalPath;
import interleave.recorder.model.Lane;
import interleave.recorder.model.Mark;
import interleave.recorder.model.Timeline;
import interleave.recorder.svg.SvgLane;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The section of a page for one version: its lanes, its output and its code. */
final class VersionSection {

    private static final int MANY_LANES = 16;
    private static final int FIRST_LANES = 3;
    /** The characters per line if the output has two columns. */
    private static final int COLUMN = 26;

    /** The number of lines that two columns show without scrolling. */
    private static final int MAX_WITHOUT_SCROLLING = 14;

    private static final int MAX_TURNS = 400;
    /** Later lines are only shown in the replay. */
    private static final int MAX_LINES = 200;

    private final int number;
    private final TimelinePage.Version version;
    private final Timeline timeline;
    private final Optional<TimelinePage.Source> first;
    private final TimeAxis axis;
    private final SvgLane lanes;
    private final CriticalPath path;

    /** @param first the code of the first version, for a comparison; empty for the first version itself */
    VersionSection(
            int number,
            TimelinePage.Version version,
            Optional<TimelinePage.Source> first,
            TimeAxis axis,
            SvgLane lanes) {
        this.number = number;
        this.version = version;
        this.timeline = version.timeline();
        this.first = first;
        this.axis = axis;
        this.lanes = lanes;
        this.path = CriticalPath.of(timeline);
    }

    static List<LaneGroups.Row> rows(Timeline timeline) {
        return LaneGroups.of(timeline, MANY_LANES, FIRST_LANES);
    }

    String html() {
        return """
            <section class="version" id="v%s">
            <h2><b class="ordinal">%s</b> %s <b class="time">%s</b> <small>%s</small></h2>
            <p class="why">%s</p>
            <div class="beside"><div class="picture"><div class="lanes">
            %s\
            <div class="over" aria-hidden="true"><span class="inner"><span class="end" style="left:%s"></span>%s\
            <span class="cursor" hidden></span></span></div>
            %s</div>
            %s%s</div>
            %s</div></section>
            """.formatted(
                        number,
                        number + 1,
                        SafeText.markup(timeline.version()),
                        Labels.time(timeline),
                        SafeText.markup(version.about()),
                        SafeText.markup(TimelineSummary.of(timeline, path)),
                        ticks(),
                        axis.percent(timeline.duration()),
                        turnLines(),
                        rows(timeline).stream()
                                .map(row -> row.isGroup() ? group(row) : lane(row))
                                .collect(Collectors.joining()),
                        output(),
                        report(),
                        code());
    }

    private String ticks() {
        return new ColumnAxis(axis.total(), 60)
                .ticks().stream()
                        .map(tick -> "<span class=\"tick\" style=\"left:%s\">%s</span>"
                                .formatted(axis.percent(tick.at()), tick.label()))
                        .collect(Collectors.joining(
                                "",
                                "<div class=\"row axis\"><span class=\"name\"></span><span class=\"track\">"
                                        + "<span class=\"inner\">",
                                "</span></span></div>\n"));
    }

    /** A vertical line through all lanes at each turn of a loop. */
    private String turnLines() {
        return LoopThread.in(timeline)
                .flatMap(lane -> LoopThread.turns(lane).stream())
                .map(span -> axis.percent(span.start()))
                .distinct()
                .limit(MAX_TURNS)
                .map("<span class=\"turnline\" style=\"left:%s\"></span>"::formatted)
                .collect(Collectors.joining());
    }

    private String lane(LaneGroups.Row row) {
        Lane lane = row.lane();
        return """
            <div class="row %s%s" tabindex="0" data-lane="%s">\
            <span class="name" title="%s"><bdi>%s</bdi>%s</span>\
            <span class="track"><span class="inner">%s\
            <svg width="100%%" height="%s" overflow="visible" aria-hidden="true">%s</svg></span></span></div>
            """.formatted(
                        lane.kind().name().toLowerCase(Locale.ROOT),
                        lane.marks().isEmpty() ? "" : " captioned",
                        row.index(),
                        SafeText.markup(lane.name()),
                        SafeText.markup(LaneNames.shortened(lane.name())),
                        turns(lane),
                        new Captions(lane.marks(), axis).html(),
                        SvgLane.HEIGHT,
                        lanes.draw(lane, path.in(row.index()).toList()));
    }

    private String turns(Lane lane) {
        if (!LoopThread.is(lane, timeline)) {
            return "";
        }
        int turns = LoopThread.turns(lane).size();
        return " <small class=\"turns\">loop, %s</small>".formatted(turns == 1 ? "1 turn" : turns + " turns");
    }

    private String group(LaneGroups.Row row) {
        if (row.isOfLibraries()) {
            return """
                <div class="row group libraries" data-count="%s"><span class="name"><bdi>%s</bdi></span></div>
                """.formatted(row.lanes().size(), LaneGroups.label(row));
        }
        return """
            <div class="row group" tabindex="0" data-kind="%s" data-count="%s">\
            <span class="name"><bdi>%s</bdi>\
             <small>%s</small></span><span class="track"><span class="inner">\
            <svg width="100%%" height="%s" aria-hidden="true">%s</svg></span></span></div>
            """.formatted(
                        row.lane().kind().name().toLowerCase(Locale.ROOT),
                        row.lanes().size(),
                        LaneGroups.label(row),
                        row.maxConcurrent(),
                        SvgLane.HEIGHT,
                        lanes.drawMany(row.lanes()));
    }

    private record OutputLine(String lane, Mark mark) {

        String html(TimeAxis axis) {
            return "<li%s><time>%s</time> <bdi>%s</bdi> <bdi class=\"lane\">%s</bdi></li>\n"
                    .formatted(
                            mark.isPrinted() ? "" : " class=\"complaint\"",
                            axis.moment(mark.at()),
                            SafeText.markup(mark.line()),
                            SafeText.markup(lane));
        }

        /** The number of rows that it takes in one of two columns. */
        int rows() {
            return 1 + TerminalText.width(mark.line()) / COLUMN;
        }
    }

    private String output() {
        var lines = timeline.lanes().stream()
                .flatMap(lane -> lane.marks().stream()
                        .filter(mark -> !mark.isFailure())
                        .map(mark -> new OutputLine(lane.name(), mark)))
                .sorted(Comparator.comparing(line -> line.mark.at()))
                .toList();
        if (lines.isEmpty()) {
            return "";
        }
        boolean oneColumn = lines.stream().mapToInt(OutputLine::rows).sum() > MAX_WITHOUT_SCROLLING;
        int left = lines.size() - MAX_LINES;
        return """
            <details class="output" open><summary>Output</summary><div class="lines"><ol%s>
            %s</ol></div>%s</details>
            """.formatted(
                oneColumn ? " class=\"long\"" : "",
                lines.stream().limit(MAX_LINES).map(line -> line.html(axis)).collect(Collectors.joining()),
                left > 0 ? "<p>and " + left + " more lines</p>" : "");
    }

    private String report() {
        return version.report()
                .map(report ->
                        """
                        <details class="output report" open><summary>How it ended</summary><pre>%s</pre></details>
                        """.formatted(report.lines().map(SafeText::markup).collect(Collectors.joining("\n"))))
                .orElse("");
    }

    private String code() {
        var html = new StringBuilder();
        for (int i = 0; i < version.sources().size(); i++) {
            html.append(code(version.sources().get(i), i, i == 0 ? first : Optional.empty()));
        }
        return html.isEmpty() ? "" : "<div class=\"code\">" + html + "</div>\n";
    }

    private static String code(TimelinePage.Source source, int index, Optional<TimelinePage.Source> other) {
        return """
            <details open data-source="%s"><summary>%s%s</summary><pre dir="ltr"><code>%s</code></pre></details>
            """.formatted(
                index,
                SafeText.markup(source.file()),
                other.map(each -> " <small>highlighted lines are not in " + SafeText.markup(each.file()) + "</small>")
                        .orElse(""),
                JavaSource.html(
                        source.code(), other.map(TimelinePage.Source::code).orElse("")));
    }
}

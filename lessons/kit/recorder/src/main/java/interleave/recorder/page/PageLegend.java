package interleave.recorder.page;

import interleave.recorder.layout.Labels;
import interleave.recorder.model.CriticalPath;
import interleave.recorder.model.Lane;
import interleave.recorder.model.Timeline;
import interleave.recorder.svg.SvgLane;
import java.util.List;

/** The legend of a page: an entry for each style and symbol on it. */
final class PageLegend {

    private final List<Timeline> timelines;
    private final SvgLane drawn;
    private final StringBuilder html = new StringBuilder();

    /** @param drawn the object that has drawn all lanes */
    PageLegend(List<TimelinePage.Version> versions, SvgLane drawn) {
        this.timelines = versions.stream().map(TimelinePage.Version::timeline).toList();
        this.drawn = drawn;
    }

    String html() {
        drawn.drawn().forEach(style -> entry(style.sample(26), style.meaning()));
        drawn.drawnMarks().forEach(kind -> entry(SvgLane.shape(kind, "13"), Labels.meaning(kind)));
        entry("<line class=\"ends\" x1=\"13\" x2=\"13\" y1=\"0\" y2=\"18\"/>", "end of the version");
        if (timelines.stream().flatMap(LoopThread::in).findAny().isPresent()) {
            entry("<line class=\"turns\" x1=\"13\" x2=\"13\" y1=\"0\" y2=\"18\"/>", "turn of the loop");
        }
        if (timelines.stream().flatMap(each -> each.lanes().stream()).anyMatch(Lane::outlives)) {
            entry("<text class=\"on\" x=\"6\" y=\"13\">\u2192</text>", Labels.OUTLIVES);
        }
        if (timelines.stream()
                .flatMap(each -> VersionSection.rows(each).stream())
                .anyMatch(row -> row.isGroup() && !row.isOfLibraries())) {
            entry(SvgLane.densitySample(13, 9), Labels.DENSITY);
        }
        if (timelines.stream().anyMatch(each -> !CriticalPath.of(each).steps().isEmpty())) {
            entry("<line class=\"chain\" x1=\"0\" x2=\"26\" y1=\"12\" y2=\"12\"/>", Labels.CRITICAL_PATH);
        }
        return html.toString();
    }

    private void entry(String sample, String meaning) {
        html.append("<li><svg width=\"26\" height=\"18\" aria-hidden=\"true\">%s</svg> %s</li>\n"
                .formatted(sample, meaning));
    }
}

package interleave.recorder.page;

import interleave.recorder.layout.Labels;
import interleave.recorder.layout.SafeText;
import interleave.recorder.layout.TimeAxis;
import interleave.recorder.model.Timeline;
import java.util.List;

/** The parts of the page above the versions: the comparison of their times, and the lesson's points and suggestions. */
final class PageHeader {

    private PageHeader() {}

    /** The rows of the comparison: one per version, with a bar for its time. */
    static String comparison(List<TimelinePage.Version> versions, TimeAxis axis) {
        var html = new StringBuilder();
        for (int i = 0; i < versions.size(); i++) {
            Timeline timeline = versions.get(i).timeline();
            html.append("""
                <tr><th scope="row"><b class="ordinal">%s</b> <a href="#v%s">%s</a></th>\
                <td class="bar"><span style="width:%s"></span></td>\
                <td class="num">%s</td><td class="few">%s</td><td class="num">%s</td></tr>
                """.formatted(
                            i + 1,
                            i,
                            SafeText.markup(timeline.version()),
                            axis.percent(timeline.duration()),
                            Labels.shortTime(timeline),
                            timeline.threads(),
                            timeline.concurrency()));
        }
        return html.toString();
    }

    /** The rows of the versions that could not run. */
    static String skipped(List<TimelinePage.Skipped> versions) {
        var html = new StringBuilder();
        for (TimelinePage.Skipped skipped : versions) {
            String instead = skipped.instead()
                    .map(command -> " <code>" + SafeText.markup(command) + "</code>")
                    .orElse("");
            html.append("""
                <tr class="skipped"><th scope="row">%s</th><td colspan="4">%s%s</td></tr>
                """.formatted(SafeText.markup(skipped.version()), SafeText.markup(skipped.reason()), instead));
        }
        return html.toString();
    }

    /** The lesson's points and suggestions. If there is something to predict, they are collapsed. */
    static String guidance(TimelinePage.Lesson lesson, TimelinePage.Answers answers) {
        var html = new StringBuilder();
        if (!lesson.notice().isEmpty()) {
            html.append(
                    answers == TimelinePage.Answers.NONE
                            ? "<details class=\"notice\" open><summary>What to notice</summary><ul>\n"
                            : "<details class=\"notice\"><summary>What to notice <small>guess"
                                    + " first</small></summary><ul>\n");
            lesson.notice().forEach(point -> html.append("<li>%s</li>\n".formatted(SafeText.markup(point))));
            html.append("</ul></details>\n");
        }
        if (!lesson.next().isEmpty()) {
            html.append("<details class=\"next\"><summary>What to try next</summary><dl>\n");
            lesson.next()
                    .forEach(each -> html.append("<dt><code>%s</code></dt><dd>%s</dd>\n"
                            .formatted(SafeText.markup(each.command()), SafeText.markup(each.why()))));
            html.append("</dl></details>\n");
        }
        return html.toString();
    }
}

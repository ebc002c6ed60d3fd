package interleave.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * A result as one page with verdicts, charts and tables. The charts are plain SVG, because a chart library would need
 * scripts, and the page would be ten times as large.
 */
public final class HtmlReport {
    private final Results results;

    public HtmlReport(Results results) {
        this.results = results;
    }

    public String page() {
        var remarks = new Remarks(results);
        var body = new StringBuilder();
        body.append("<p class=\"soft\">")
                .append(Html.escaped(
                        results.machine().summary() + "; " + results.began() + ", speed: " + results.speed()
                                + ", course " + results.course().release() + " (benchmarks "
                                + results.course().benchmarks()
                                + ", lessons " + results.course().lessons() + ")"))
                .append("</p>\n");
        if (!results.failures().isEmpty()) {
            body.append("<p class=\"remarks\">Some benchmarks failed: see the end of this page.</p>\n");
        }
        RowGroup.of(results.rows()).forEach(group -> body.append(section(group)));
        body.append("<section>\n<h2>How to read these numbers</h2>\n<ul>\n");
        remarks.aboutNumbers().forEach(remark -> body.append(Html.item(remark)));
        body.append("</ul>\n</section>\n");
        if (!remarks.aboutMissingRows().isEmpty()) {
            body.append("<section>\n<h2>What is missing</h2>\n<ul>\n");
            remarks.aboutMissingRows().forEach(remark -> body.append(Html.item(remark)));
            body.append("</ul>\n</section>\n");
        }
        body.append("<section>\n<h2>The machine</h2>\n<table>\n");
        results.machine().facts().forEach((name, value) -> body.append(Html.row(List.of(name, value))));
        body.append("</table>\n</section>\n");
        return Html.page("Benchmarks: " + results.name(), body.toString());
    }

    private String section(RowGroup group) {
        var section =
                new StringBuilder("<section>\n<h2>" + Html.escaped(group.title()) + "</h2>\n<p class=\"measured\">"
                        + Html.escaped(Introduction.to(group)) + "</p>\n<ul class=\"verdict\">\n");
        group.verdicts().forEach(verdict -> section.append(Html.item(verdict)));
        section.append("</ul>\n");
        group.notes()
                .forEach(note -> section.append("<p class=\"remarks\">")
                        .append(Html.escaped(note))
                        .append("</p>\n"));
        if (group.sizes().size() > 1) {
            var charts = new GroupCharts(group, results.machine());
            section.append("<div class=\"pictures\">\n").append(charts.overSizes());
            charts.speedUp().ifPresent(section::append);
            section.append("</div>\n");
        } else if (group.variants().size() > 1) {
            section.append(new GroupCharts(group, results.machine()).atOneSize());
        }
        section.append(table(group));
        group.profilers()
                .tables()
                .forEach(profiled -> section.append("<h3>")
                        .append(Html.escaped(profiled.title()))
                        .append("</h3>\n")
                        .append(table(profiled)));
        group.profilers()
                .texts()
                .forEach(text -> section.append("<details>\n<summary>")
                        .append(Html.escaped(text.title()))
                        .append("</summary>\n<pre>")
                        .append(Html.escaped(String.join("\n", text.lines())))
                        .append("</pre>\n</details>\n"));
        return section.append("</section>\n").toString();
    }

    private static String table(RowGroup group) {
        var table = new StringBuilder("<div class=\"scroll\"><table>\n");
        var head = new ArrayList<String>();
        head.add("");
        group.sizes().keySet().forEach(size -> head.add(group.sizeName().isEmpty() ? "measured" : group.size(size)));
        table.append(Html.head(head)).append("<tbody>\n");
        for (String variant : group.variants()) {
            var cells = new ArrayList<String>();
            cells.add(variant);
            group.sizes()
                    .keySet()
                    .forEach(size ->
                            cells.add(group.of(variant, size).map(group::amount).orElse("-")));
            table.append(Html.row(cells));
        }
        return table.append("</tbody></table></div>\n").toString();
    }
}

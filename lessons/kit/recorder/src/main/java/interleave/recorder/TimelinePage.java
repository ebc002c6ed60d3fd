package interleave.recorder;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A lesson's versions as one page that needs nothing else: all on one time axis, the code of each beside its lanes. The
 * still picture needs no script; the script replays it.
 *
 * @param question what the lesson asks
 * @param how in which time it ran: "in virtual time"
 */
public record TimelinePage(String title, String question, String how, List<Version> versions) {

    /**
     * One version.
     *
     * @param about what is particular to it
     * @param sources its code, its own file first; empty when that was not found
     */
    public record Version(Timeline timeline, String about, List<Source> sources) {

        /** Copies the list. */
        public Version {
            sources = List.copyOf(sources);
        }
    }

    /** A source file: its name, without folders, and its text. */
    public record Source(String file, String code) {}

    private static final List<String> SCRIPTS = List.of("data.js", "view.js", "lanes.js", "output.js", "replay.js",
            "keys.js");
    /** What the page leaves open; all are filled in at once, so that no part is looked through for others. */
    private static final Pattern PART = Pattern.compile("\\{\\{(\\w+)}}");
    /** The height of a sheet across, less its margins and some to spare; in units of a style sheet. */
    private static final double SHEET = 600;
    private static final int MANY = 16;
    private static final int FIRST = 3;
    private static final int MOST_TURNS = 400;
    /** The replay shows the lines after these. */
    private static final int MOST_LINES = 200;

    /** Copies the list. */
    public TimelinePage {
        versions = List.copyOf(versions);
    }

    /** The whole page. Nothing of what the program chose (names, printed lines) is more than text in it. */
    public String html() {
        List<Timeline> timelines = versions.stream().map(Version::timeline).toList();
        var axis = TimeAxis.of(timelines);
        var lanes = new SvgLane(axis, true);
        var body = new StringBuilder();
        String before = "";
        for (int i = 0; i < versions.size(); i++) {
            body.append(section(i, versions.get(i), before, axis, lanes));
            before = versions.get(i).sources().stream().findFirst().map(Source::code).orElse(before);
        }
        Map<String, String> parts = Map.of("title", Markup.text(title), "question", Markup.text(question), "how",
                Markup.text(how), "style", Resource.text("states.css") + "\n" + Resource.text("page.css"), "patterns",
                Resource.text("patterns.svg"), "legend", legend(lanes.drawn()), "comparison", comparison(axis),
                "versions", body.toString(), "data", PageData.json(versions), "script", script());
        return PART.matcher(Resource.text("page.html").replace("{{sheet}}", sheet(axis))
                .replace("{{total}}", String.valueOf(axis.total().toNanos())))
                .replaceAll(part -> Matcher.quoteReplacement(parts.getOrDefault(part.group(1), ""))) + "\n";
    }

    /** How much smaller than usual it must be to go on one sheet of paper. */
    private String sheet(TimeAxis axis) {
        double height = 110 + 12.0 * versions.size();
        for (Version version : versions) {
            height += 45;
            for (Groups.Row row : Groups.of(version.timeline(), MANY, FIRST)) {
                height += row.isGroup() ? 20 : 20 + 11 * new Captions(row.lane().marks(), axis).rows();
            }
        }
        return String.format(Locale.ROOT, "%.2f", Math.clamp(SHEET / height, 0.2, 1));
    }

    private static String script() {
        var script = new StringBuilder();
        SCRIPTS.forEach(name -> script.append(Resource.text("page/" + name)).append('\n'));
        return script.toString();
    }

    /** A bar for each version's time, so that the answer is seen before anything else. */
    private String comparison(TimeAxis axis) {
        var html = new StringBuilder();
        for (int i = 0; i < versions.size(); i++) {
            Timeline timeline = versions.get(i).timeline();
            html.append("<tr><th scope=\"row\"><a href=\"#v").append(i).append("\">")
                    .append(Markup.text(timeline.version())).append("</a></th><td class=\"bar\"><span style=\"width:")
                    .append(axis.percent(timeline.duration())).append("\"></span></td><td class=\"num\">")
                    .append(timeline.ending().toldShort(timeline.duration())).append("</td><td class=\"few\">")
                    .append(timeline.threads())
                    .append("</td><td class=\"num\">").append(timeline.peakInProgress()).append("</td></tr>\n");
        }
        return html.toString();
    }

    private static String section(int number, Version version, String before, TimeAxis axis, SvgLane lanes) {
        Timeline timeline = version.timeline();
        CriticalPath path = CriticalPath.of(timeline);
        var html = new StringBuilder();
        html.append("<section class=\"version\" id=\"v").append(number).append("\">\n<h2>")
                .append(Markup.text(timeline.version())).append(" <b class=\"time\">")
                .append(timeline.time())
                .append("</b> <small>").append(Markup.text(version.about())).append("</small></h2>\n<p class=\"why\">")
                .append(Markup.text(Account.of(timeline, path)))
                .append("</p>\n<div class=\"beside\"><div class=\"picture\"><div class=\"lanes\">\n")
                .append(ticks(axis))
                .append("<div class=\"over\" aria-hidden=\"true\"><span class=\"inner\"><span class=\"end\" style=\"left:")
                .append(axis.percent(timeline.duration()))
                .append("\"></span>").append(turnLines(timeline, axis))
                .append("<span class=\"cursor\" hidden></span></span></div>\n");
        for (Groups.Row row : Groups.of(timeline, MANY, FIRST)) {
            html.append(row.isGroup() ? group(row, lanes) : lane(row, timeline, path, axis, lanes));
        }
        html.append("</div>\n").append(output(timeline, axis)).append("</div>\n").append(code(version, before));
        return html.append("</div></section>\n").toString();
    }

    private static String ticks(TimeAxis axis) {
        var html = new StringBuilder("<div class=\"row axis\"><span class=\"name\"></span><span class=\"track\">"
                + "<span class=\"inner\">");
        for (Scale.Tick tick : new Scale(axis.total(), 80).ticks()) {
            html.append("<span class=\"tick").append(axis.fraction(tick.at()) > 0.96 ? " last" : "")
                    .append("\" style=\"left:").append(axis.percent(tick.at())).append("\">")
                    .append(tick.label()).append("</span>");
        }
        return html.append("</span></span></div>\n").toString();
    }

    private static String lane(Groups.Row row, Timeline timeline, CriticalPath path, TimeAxis axis, SvgLane lanes) {
        Lane lane = row.lane();
        var captions = new Captions(lane.marks(), axis);
        return "<div class=\"row " + lane.kind().name().toLowerCase(Locale.ROOT)
                + (lane.marks().isEmpty() ? "" : " speaks\" style=\"--rows:" + captions.rows())
                + "\" tabindex=\"0\" data-lane=\"" + row.index()
                + "\"><span class=\"name\"><bdi>" + Markup.text(lane.name()) + "</bdi>" + turns(lane, timeline)
                + "</span><span class=\"track\"><span class=\"inner\">" + captions.html()
                + "<svg width=\"100%\" height=\"" + SvgLane.HEIGHT + "\" overflow=\"visible\" aria-hidden=\"true\">"
                + lanes.draw(lane, path.in(row.index()).toList()) + "</svg></span></span></div>\n";
    }

    /** A line through all lanes wherever a loop's thread had something to do. */
    private static String turnLines(Timeline timeline, TimeAxis axis) {
        var places = new LinkedHashSet<String>();
        timeline.lanes().stream().filter(lane -> isLoop(lane, timeline))
                .flatMap(lane -> lane.spans().stream())
                .filter(span -> span.state() == State.RUNNING)
                .forEach(span -> places.add(axis.percent(span.start())));
        return String.join("", places.stream().limit(MOST_TURNS)
                .map(place -> "<span class=\"turnline\" style=\"left:" + place + "\"></span>").toList());
    }

    private static boolean isLoop(Lane lane, Timeline timeline) {
        return timeline.lanes().stream().anyMatch(other -> other.kind() == LaneKind.LOOP_TASK)
                && lane.kind() == LaneKind.PLATFORM_THREAD
                && lane.spans().stream().anyMatch(span -> span.state() == State.IDLE);
    }

    /** Of the thread of an event loop: how often it was given something to do. */
    private static String turns(Lane lane, Timeline timeline) {
        long turns = lane.spans().stream().filter(span -> span.state() == State.RUNNING).count();
        return isLoop(lane, timeline)
                ? " <small class=\"turns\">the loop, " + turns + (turns == 1 ? " turn" : " turns") + "</small>"
                : "";
    }

    private static String group(Groups.Row row, SvgLane lanes) {
        return "<div class=\"row group\" tabindex=\"0\"><span class=\"name\">" + Groups.label(row)
                + " <small>at most " + Progress.of(row.lanes()).peak() + " at once</small></span>"
                + "<span class=\"track\"><span class=\"inner\"><svg width=\"100%\" height=\"" + SvgLane.HEIGHT
                + "\" aria-hidden=\"true\">" + lanes.drawMany(row.lanes()) + "</svg></span></span></div>\n";
    }

    private static String output(Timeline timeline, TimeAxis axis) {
        record Printed(String lane, Mark mark) {}
        var lines = timeline.lanes().stream()
                .flatMap(lane -> lane.marks().stream().map(mark -> new Printed(lane.name(), mark)))
                .sorted(Comparator.comparing(printed -> printed.mark.at())).toList();
        var html = new StringBuilder(
                "<details class=\"output\" open><summary>What it printed</summary><div class=\"lines\"><ol>\n");
        for (Printed line : lines.subList(0, Math.min(lines.size(), MOST_LINES))) {
            html.append("<li><time>")
                    .append(axis.moment(line.mark.at())).append("</time> <bdi>").append(Markup.text(line.mark.line()))
                    .append("</bdi> <bdi class=\"who\">").append(Markup.text(line.lane)).append("</bdi></li>\n");
        }
        html.append("</ol></div>");
        if (lines.size() > MOST_LINES) {
            html.append("<p>and ").append(lines.size() - MOST_LINES).append(" more lines</p>");
        }
        return lines.isEmpty() ? "" : html.append("</details>\n").toString();
    }

    private static String code(Version version, String before) {
        var html = new StringBuilder();
        for (int i = 0; i < version.sources().size(); i++) {
            html.append(code(version.sources().get(i), i, i == 0 ? before : ""));
        }
        return html.isEmpty() ? "" : "<div class=\"code\">" + html + "</div>\n";
    }

    private static String code(Source source, int index, String before) {
        return "<details open data-source=\"" + index + "\"><summary>" + Markup.text(source.file())
                + (before.isEmpty() ? "" : " <small>marked: not in the version before</small>")
                + "</summary><pre dir=\"ltr\"><code>" + JavaSource.html(source.code(), before)
                + "</code></pre></details>\n";
    }

    private static String legend(Set<State> drawn) {
        Set<State> states = EnumSet.noneOf(State.class);
        states.addAll(drawn);
        var html = new StringBuilder();
        for (State state : states) {
            entry(html, state == State.RUNNING
                    ? "<line class=\"turn\" x1=\"6\" x2=\"6\" y1=\"1.5\" y2=\"15.5\"/>"
                            + "<rect class=\"running\" x=\"12\" width=\"14\" y=\"2.5\" height=\"12\"/>"
                    : SvgLane.shape(state, "0", "26", "26") + "/>", Legend.meaning(state));
        }
        entry(html, "<circle class=\"mark\" cx=\"13\" cy=\"8.5\" r=\"4\"/>", "prints a line");
        entry(html, "<line class=\"chain\" x1=\"0\" x2=\"26\" y1=\"12\" y2=\"12\"/>", "what its time is made of");
        return html.toString();
    }

    private static void entry(StringBuilder html, String sample, String meaning) {
        html.append("<li><svg width=\"26\" height=\"18\" aria-hidden=\"true\">").append(sample).append("</svg> ")
                .append(meaning).append("</li>\n");
    }
}

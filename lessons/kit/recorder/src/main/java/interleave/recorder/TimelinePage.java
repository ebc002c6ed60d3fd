package interleave.recorder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A lesson's versions as one page that needs nothing else: all on one time axis, the code of each beside its lanes. The
 * still picture needs no script; the script replays it.
 */
public record TimelinePage(Lesson lesson, Run run, List<Version> versions) {

    /**
     * The lesson around the timelines.
     *
     * @param notice what is to be seen in them, for those who have guessed
     * @param next what to try next
     */
    public record Lesson(String title, String question, List<String> notice, List<Suggestion> next) {

        /** Copies the lists. */
        public Lesson {
            notice = List.copyOf(notice);
            next = List.copyOf(next);
        }
    }

    /** A command to try, and why. */
    public record Suggestion(String command, String why) {}

    /**
     * The run that the timelines tell of.
     *
     * @param command what was typed
     * @param how in which time it ran: "in virtual time"
     * @param skipped versions without a timeline
     */
    public record Run(String command, String how, List<Skipped> skipped) {

        /** Copies the list. */
        public Run {
            skipped = List.copyOf(skipped);
        }
    }

    /**
     * A version that could not run.
     *
     * @param instead the command that runs it, if one does
     */
    public record Skipped(String version, String reason, Optional<String> instead) {}

    /**
     * One version.
     *
     * @param about what is particular to it
     * @param sources its code, its own file first; empty when that was not found
     */
    public record Version(Timeline timeline, String about, List<Source> sources) {

        /** Copies the list; lanes of one name are told apart. */
        public Version {
            timeline = LaneNames.apart(timeline);
            sources = List.copyOf(sources);
        }
    }

    /** A source file: its name, without folders, and its text. */
    public record Source(String file, String code) {}

    private static final List<String> SCRIPTS =
            List.of("data.js", "view.js", "lanes.js", "output.js", "replay.js", "keys.js");
    /** What the page leaves open; all are filled in at once, so that no part is looked through for others. */
    private static final Pattern PART = Pattern.compile("\\{\\{(\\w+)}}");
    /** The height of a sheet across, less its margins and some to spare; in units of a style sheet. */
    private static final double SHEET = 600;

    private static final int MANY = 16;
    private static final int FIRST = 3;
    /** Letters of a line in one of two columns, and lines that are seen in both without scrolling. */
    private static final int COLUMN = 26;

    private static final int MOST_IN_SIGHT = 14;
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
        Optional<Source> first = versions.stream()
                .findFirst()
                .flatMap(each -> each.sources().stream().findFirst());
        for (int i = 0; i < versions.size(); i++) {
            body.append(section(i, versions.get(i), i == 0 ? Optional.empty() : first, axis, lanes));
        }
        var parts = new HashMap<>(Map.of(
                "style",
                Resource.text("states.css") + "\n" + Resource.text("page.css"),
                "patterns",
                Resource.text("patterns.svg"),
                "legend",
                legend(lanes.drawn(), lanes.drawnMarks()),
                "comparison",
                comparison(axis),
                "versions",
                body.toString(),
                "data",
                PageData.json(versions),
                "script",
                script()));
        parts.putAll(Map.of(
                "title",
                Markup.text(lesson.title),
                "question",
                Markup.text(lesson.question),
                "how",
                Markup.text(run.how),
                "command",
                Markup.text(run.command),
                "skipped",
                skipped(),
                "lesson",
                guidance()));
        return PART.matcher(Resource.text("page.html")
                                .replace("{{sheet}}", sheet(axis))
                                .replace(
                                        "{{total}}", String.valueOf(axis.total().toNanos())))
                        .replaceAll(part -> Matcher.quoteReplacement(parts.getOrDefault(part.group(1), "")))
                + "\n";
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
            html.append("<tr><th scope=\"row\"><a href=\"#v")
                    .append(i)
                    .append("\">")
                    .append(Markup.text(timeline.version()))
                    .append("</a></th><td class=\"bar\"><span style=\"width:")
                    .append(axis.percent(timeline.duration()))
                    .append("\"></span></td><td class=\"num\">")
                    .append(timeline.ending().toldShort(timeline.duration()))
                    .append("</td><td class=\"few\">")
                    .append(timeline.threads())
                    .append("</td><td class=\"num\">")
                    .append(timeline.peakInProgress())
                    .append("</td></tr>\n");
        }
        return html.toString();
    }

    private String skipped() {
        var html = new StringBuilder();
        for (Skipped skipped : run.skipped) {
            html.append("<tr class=\"skipped\"><th scope=\"row\">")
                    .append(Markup.text(skipped.version))
                    .append("</th><td colspan=\"4\">")
                    .append(Markup.text(skipped.reason))
                    .append(skipped.instead
                            .map(command -> " <code>" + Markup.text(command) + "</code>")
                            .orElse(""))
                    .append("</td></tr>\n");
        }
        return html.toString();
    }

    /** Closed: whoever reads the answer first does not look for it in the picture. */
    private String guidance() {
        var html = new StringBuilder();
        if (!lesson.notice.isEmpty()) {
            html.append("<details class=\"notice\"><summary>What to notice <small>guess first</small></summary><ul>\n");
            lesson.notice.forEach(
                    point -> html.append("<li>").append(Markup.text(point)).append("</li>\n"));
            html.append("</ul></details>\n");
        }
        if (!lesson.next.isEmpty()) {
            html.append("<details class=\"next\"><summary>What to try next</summary><dl>\n");
            lesson.next.forEach(each -> html.append("<dt><code>")
                    .append(Markup.text(each.command))
                    .append("</code></dt><dd>")
                    .append(Markup.text(each.why))
                    .append("</dd>\n"));
            html.append("</dl></details>\n");
        }
        return html.toString();
    }

    private static String section(int number, Version version, Optional<Source> first, TimeAxis axis, SvgLane lanes) {
        Timeline timeline = version.timeline();
        CriticalPath path = CriticalPath.of(timeline);
        var html = new StringBuilder();
        html.append("<section class=\"version\" id=\"v")
                .append(number)
                .append("\">\n<h2>")
                .append(Markup.text(timeline.version()))
                .append(" <b class=\"time\">")
                .append(timeline.time())
                .append("</b> <small>")
                .append(Markup.text(version.about()))
                .append("</small></h2>\n<p class=\"why\">")
                .append(Markup.text(Account.of(timeline, path)))
                .append("</p>\n<div class=\"beside\"><div class=\"picture\"><div class=\"lanes\">\n")
                .append(ticks(axis))
                .append("<div class=\"over\" aria-hidden=\"true\"><span class=\"inner\"><span class=\"end\""
                        + " style=\"left:")
                .append(axis.percent(timeline.duration()))
                .append("\"></span>")
                .append(turnLines(timeline, axis))
                .append("<span class=\"cursor\" hidden></span></span></div>\n");
        for (Groups.Row row : Groups.of(timeline, MANY, FIRST)) {
            html.append(row.isGroup() ? group(row, lanes) : lane(row, timeline, path, axis, lanes));
        }
        html.append("</div>\n")
                .append(output(timeline, axis))
                .append("</div>\n")
                .append(code(version, first));
        return html.append("</div></section>\n").toString();
    }

    private static String ticks(TimeAxis axis) {
        var html = new StringBuilder("<div class=\"row axis\"><span class=\"name\"></span><span class=\"track\">"
                + "<span class=\"inner\">");
        for (Scale.Tick tick : new Scale(axis.total(), 80).ticks()) {
            html.append("<span class=\"tick")
                    .append(axis.fraction(tick.at()) > 0.96 ? " last" : "")
                    .append("\" style=\"left:")
                    .append(axis.percent(tick.at()))
                    .append("\">")
                    .append(tick.label())
                    .append("</span>");
        }
        return html.append("</span></span></div>\n").toString();
    }

    /** What is said above a lane: in words, too, when it is not simply printed. */
    private static Mark said(Mark mark) {
        return switch (mark.kind()) {
            case PRINTED -> mark;
            case COMPLAINED -> new Mark(mark.at(), "\u25b2 " + mark.line());
            case FAILED -> new Mark(mark.at(), "\u2715 " + mark.line());
        };
    }

    private static String lane(Groups.Row row, Timeline timeline, CriticalPath path, TimeAxis axis, SvgLane lanes) {
        Lane lane = row.lane();
        var captions =
                new Captions(lane.marks().stream().map(TimelinePage::said).toList(), axis);
        return "<div class=\"row " + lane.kind().name().toLowerCase(Locale.ROOT)
                + (lane.marks().isEmpty() ? "" : " speaks\" style=\"--rows:" + captions.rows())
                + "\" tabindex=\"0\" data-lane=\"" + row.index()
                + "\"><span class=\"name\" title=\"" + Markup.text(lane.name()) + "\"><bdi>"
                + Markup.text(LaneNames.shortened(lane.name())) + "</bdi>" + turns(lane, timeline)
                + "</span><span class=\"track\"><span class=\"inner\">" + captions.html()
                + "<svg width=\"100%\" height=\"" + SvgLane.HEIGHT + "\" overflow=\"visible\" aria-hidden=\"true\">"
                + lanes.draw(lane, path.in(row.index()).toList()) + "</svg></span></span></div>\n";
    }

    /** A line through all lanes wherever a loop's thread had something to do. */
    private static String turnLines(Timeline timeline, TimeAxis axis) {
        var places = new LinkedHashSet<String>();
        timeline.lanes().stream()
                .filter(lane -> isLoop(lane, timeline))
                .flatMap(lane -> lane.spans().stream())
                .filter(span -> span.state() == State.RUNNING)
                .forEach(span -> places.add(axis.percent(span.start())));
        return String.join(
                "",
                places.stream()
                        .limit(MOST_TURNS)
                        .map(place -> "<span class=\"turnline\" style=\"left:" + place + "\"></span>")
                        .toList());
    }

    private static boolean isLoop(Lane lane, Timeline timeline) {
        return timeline.lanes().stream().anyMatch(other -> other.kind() == LaneKind.LOOP_TASK)
                && lane.kind() == LaneKind.PLATFORM_THREAD
                && lane.spans().stream().anyMatch(span -> span.state() == State.IDLE);
    }

    /** Of the thread of an event loop: how often it was given something to do. */
    private static String turns(Lane lane, Timeline timeline) {
        long turns = lane.spans().stream()
                .filter(span -> span.state() == State.RUNNING)
                .count();
        return isLoop(lane, timeline)
                ? " <small class=\"turns\">loop, " + turns + (turns == 1 ? " turn" : " turns") + "</small>"
                : "";
    }

    private static String group(Groups.Row row, SvgLane lanes) {
        return "<div class=\"row group\" tabindex=\"0\"><span class=\"name\">" + Groups.label(row)
                + " <small>" + row.atOnce() + "</small></span>"
                + "<span class=\"track\"><span class=\"inner\"><svg width=\"100%\" height=\"" + SvgLane.HEIGHT
                + "\" aria-hidden=\"true\">" + lanes.drawMany(row.lanes()) + "</svg></span></span></div>\n";
    }

    private static String output(Timeline timeline, TimeAxis axis) {
        record Printed(String lane, Mark mark) {}
        var lines = timeline.lanes().stream()
                .flatMap(lane -> lane.marks().stream()
                        .filter(mark -> !mark.isFailure())
                        .map(mark -> new Printed(lane.name(), mark)))
                .sorted(Comparator.comparing(printed -> printed.mark.at()))
                .toList();
        var html = new StringBuilder(
                        "<details class=\"output\" open><summary>What it printed</summary><div class=\"lines\"><ol")
                .append(isLong(lines.stream().map(Printed::mark).toList()) ? " class=\"long\"" : "")
                .append(">\n");
        for (Printed line : lines.subList(0, Math.min(lines.size(), MOST_LINES))) {
            html.append(line.mark.isPrinted() ? "<li><time>" : "<li class=\"complaint\"><time>")
                    .append(axis.moment(line.mark.at()))
                    .append("</time> <bdi>")
                    .append(Markup.text(line.mark.line()))
                    .append("</bdi> <bdi class=\"who\">")
                    .append(Markup.text(line.lane))
                    .append("</bdi></li>\n");
        }
        html.append("</ol></div>");
        if (lines.size() > MOST_LINES) {
            html.append("<p>and ").append(lines.size() - MOST_LINES).append(" more lines</p>");
        }
        return lines.isEmpty() ? "" : html.append("</details>\n").toString();
    }

    /** Whether it would have to be scrolled in two columns, too: nobody finds the order then. */
    private static boolean isLong(List<Mark> lines) {
        return lines.stream()
                        .mapToInt(line -> 1 + Columns.width(line.line()) / COLUMN)
                        .sum()
                > MOST_IN_SIGHT;
    }

    private static String code(Version version, Optional<Source> first) {
        var html = new StringBuilder();
        for (int i = 0; i < version.sources().size(); i++) {
            html.append(code(version.sources().get(i), i, i == 0 ? first : Optional.empty()));
        }
        return html.isEmpty() ? "" : "<div class=\"code\">" + html + "</div>\n";
    }

    private static String code(Source source, int index, Optional<Source> first) {
        return "<details open data-source=\"" + index + "\"><summary>" + Markup.text(source.file())
                + first.map(other -> " <small>marked: not in " + Markup.text(other.file()) + "</small>")
                        .orElse("")
                + "</summary><pre dir=\"ltr\"><code>"
                + JavaSource.html(source.code(), first.map(Source::code).orElse(""))
                + "</code></pre></details>\n";
    }

    private String legend(Set<Look> drawn, Set<Mark.Kind> marks) {
        var html = new StringBuilder();
        drawn.forEach(look -> entry(html, look.sample(26), look.meaning()));
        marks.forEach(kind -> entry(html, SvgLane.shape(kind, "13"), Legend.meaning(kind)));
        for (Extra extra : extras()) {
            entry(html, extra.sample, extra.meaning);
        }
        entry(html, "<line class=\"chain\" x1=\"0\" x2=\"26\" y1=\"12\" y2=\"12\"/>", "what its time is made of");
        return html.toString();
    }

    private record Extra(String sample, String meaning) {}

    /** What is drawn over and behind the lanes, where there is any of it. */
    private List<Extra> extras() {
        var extras = new ArrayList<Extra>();
        extras.add(new Extra("<line class=\"ends\" x1=\"13\" x2=\"13\" y1=\"0\" y2=\"18\"/>", "the version's end"));
        List<Timeline> timelines = versions.stream().map(Version::timeline).toList();
        if (timelines.stream().anyMatch(each -> each.lanes().stream().anyMatch(lane -> isLoop(lane, each)))) {
            extras.add(
                    new Extra("<line class=\"turns\" x1=\"13\" x2=\"13\" y1=\"0\" y2=\"18\"/>", "a turn of the loop"));
        }
        if (timelines.stream().flatMap(each -> each.lanes().stream()).anyMatch(Lane::outlives)) {
            extras.add(new Extra("<text class=\"on\" x=\"6\" y=\"13\">\u2192</text>", "goes on after the end"));
        }
        if (timelines.stream()
                .anyMatch(each -> Groups.of(each, MANY, FIRST).stream().anyMatch(Groups.Row::isGroup))) {
            extras.add(new Extra(
                    "<g class=\"density\"><rect x=\"4\" y=\"10\" width=\"9\" height=\"5\"/>"
                            + "<rect x=\"13\" y=\"3\" width=\"9\" height=\"12\"/></g>",
                    "how many in progress"));
        }
        return extras;
    }

    private static void entry(StringBuilder html, String sample, String meaning) {
        html.append("<li><svg width=\"26\" height=\"18\" aria-hidden=\"true\">")
                .append(sample)
                .append("</svg> ")
                .append(meaning)
                .append("</li>\n");
    }
}

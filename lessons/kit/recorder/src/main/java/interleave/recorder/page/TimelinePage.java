package interleave.recorder.page;

import interleave.recorder.layout.ResourceFile;
import interleave.recorder.layout.SafeText;
import interleave.recorder.layout.TimeAxis;
import interleave.recorder.model.Timeline;
import interleave.recorder.svg.SvgLane;
import interleave.recorder.svg.SvgStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    /** A gap in page.html; all are filled in one pass, so that no filled text is searched for gaps. */
    private static final Pattern GAP = Pattern.compile("\\{\\{(\\w+)}}");
    /** The height of a sheet in landscape, less its margins and some reserve; in units of a style sheet. */
    private static final double SHEET = 600;

    /** Copies the list. */
    public TimelinePage {
        versions = List.copyOf(versions);
    }

    /** The whole page. Names and printed lines, which the program chose, are only text in it. */
    public String html() {
        var axis = TimeAxis.of(versions.stream().map(Version::timeline).toList());
        var lanes = new SvgLane(axis, true);
        Optional<Source> first = versions.stream()
                .limit(1)
                .flatMap(version -> version.sources().stream())
                .findFirst();
        var sections = new StringBuilder();
        double height = 110 + 12.0 * versions.size();
        for (int i = 0; i < versions.size(); i++) {
            var section = new VersionSection(i, versions.get(i), i == 0 ? Optional.empty() : first, axis, lanes);
            sections.append(section.html());
            height += section.height();
        }
        Map<String, String> parts = new HashMap<>();
        parts.put("style", SvgStyle.states() + "\n" + ResourceFile.text(TimelinePage.class, "page.css"));
        parts.put("patterns", SvgStyle.patterns());
        parts.put("sheet", String.format(Locale.ROOT, "%.2f", Math.clamp(SHEET / height, 0.2, 1)));
        parts.put("total", String.valueOf(axis.total().toNanos()));
        parts.put("title", SafeText.markup(lesson.title));
        parts.put("question", SafeText.markup(lesson.question));
        parts.put("how", SafeText.markup(run.how));
        parts.put("command", SafeText.markup(run.command));
        parts.put("comparison", PageHeader.comparison(versions, axis));
        parts.put("skipped", PageHeader.skipped(run.skipped));
        parts.put("legend", new PageLegend(versions, lanes).html());
        parts.put("lesson", PageHeader.guidance(lesson));
        parts.put("versions", sections.toString());
        parts.put("data", PageData.json(versions));
        parts.put("script", script());
        return GAP.matcher(ResourceFile.text(TimelinePage.class, "page.html"))
                        .replaceAll(gap -> Matcher.quoteReplacement(parts.getOrDefault(gap.group(1), "")))
                + "\n";
    }

    private static String script() {
        return String.join(
                "\n",
                SCRIPTS.stream()
                        .map(name -> ResourceFile.text(TimelinePage.class, name))
                        .toList());
    }
}

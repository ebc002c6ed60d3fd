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
 * The versions of a lesson as one self-contained HTML page, on one time axis, with the code of each version beside its
 * lanes. The still picture works without scripts; the script adds the replay.
 */
public record TimelinePage(Lesson lesson, Run run, List<Version> versions) {

    /**
     * The lesson to which the timelines belong.
     *
     * @param notice what to notice in the timelines
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
     * The run from which the timelines come.
     *
     * @param command the command line
     * @param how the kind of time: "in virtual time"
     * @param answers whether the page opens with the times and lanes, or asks for a prediction first
     * @param skipped versions without a timeline
     */
    public record Run(String command, String how, Answers answers, List<Skipped> skipped) {

        /** Copies the list. */
        public Run {
            skipped = List.copyOf(skipped);
        }
    }

    /** Whether the page opens with its answers. A reader can hide and reveal them. */
    public enum Answers {
        HIDDEN,
        REVEALED,
        /** There is nothing to predict, so nothing can be hidden. */
        NONE
    }

    /**
     * A version that could not run.
     *
     * @param instead the command that runs it, if there is one
     */
    public record Skipped(String version, String reason, Optional<String> instead) {}

    /**
     * One version.
     *
     * @param about what is special about it
     * @param report what happened, if it failed or was stuck
     * @param sources its source files, its own file first; empty if not found
     */
    public record Version(Timeline timeline, String about, Optional<String> report, List<Source> sources) {

        /** Copies the list, and gives lanes distinct names. */
        public Version {
            timeline = LaneNames.withDistinctNames(timeline);
            sources = List.copyOf(sources);
        }
    }

    /** A source file: its name, without folders, and its text. */
    public record Source(String file, String code) {}

    private static final List<String> STYLES =
            List.of("page.css", "labels.css", "queues.css", "projector.css", "sheet.css");
    private static final List<String> SCRIPTS = List.of(
            "data.js",
            "view.js",
            "axis.js",
            "lanes.js",
            "libraries.js",
            "labels.js",
            "output.js",
            "queues.js",
            "wakes.js",
            "steps.js",
            "replay.js",
            "predict.js",
            "fit.js",
            "choose.js",
            "address.js",
            "projector.js",
            "sheet.js",
            "keys.js");
    /** A placeholder in page.html. All are replaced in one pass, so that inserted text is not searched. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

    /** Copies the list. */
    public TimelinePage {
        versions = List.copyOf(versions);
    }

    /** Renders the page. Names and printed lines from the program are escaped. */
    public String html() {
        var axis = TimeAxis.of(versions.stream().map(Version::timeline).toList());
        var lanes = new SvgLane(axis, true);
        Optional<Source> first = versions.stream()
                .limit(1)
                .flatMap(version -> version.sources().stream())
                .findFirst();
        var sections = new StringBuilder();
        for (int i = 0; i < versions.size(); i++) {
            var section = new VersionSection(i, versions.get(i), i == 0 ? Optional.empty() : first, axis, lanes);
            sections.append(section.html());
        }
        Map<String, String> parts = new HashMap<>();
        parts.put("style", SvgStyle.states() + "\n" + joined(STYLES));
        parts.put("patterns", SvgStyle.patterns());
        parts.put("total", String.valueOf(axis.total().toNanos()));
        parts.put("title", SafeText.markup(lesson.title));
        parts.put("question", SafeText.markup(lesson.question));
        parts.put("answers", run.answers.name().toLowerCase(Locale.ROOT));
        parts.put("how", SafeText.markup(run.how));
        parts.put("command", SafeText.markup(run.command));
        parts.put("comparison", PageHeader.comparison(versions, axis));
        parts.put("skipped", PageHeader.skipped(run.skipped));
        parts.put("legend", new PageLegend(versions, lanes).html());
        parts.put("lesson", PageHeader.guidance(lesson, run.answers));
        parts.put("versions", sections.toString());
        parts.put("data", PageData.json(versions));
        parts.put("script", joined(SCRIPTS));
        return PLACEHOLDER
                        .matcher(ResourceFile.text(TimelinePage.class, "page.html"))
                        .replaceAll(
                                placeholder -> Matcher.quoteReplacement(parts.getOrDefault(placeholder.group(1), "")))
                + "\n";
    }

    private static String joined(List<String> resources) {
        return String.join(
                "\n",
                resources.stream()
                        .map(name -> ResourceFile.text(TimelinePage.class, name))
                        .toList());
    }
}

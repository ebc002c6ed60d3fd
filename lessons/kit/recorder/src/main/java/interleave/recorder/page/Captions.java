package interleave.recorder.page;

import interleave.recorder.layout.SafeText;
import interleave.recorder.layout.TimeAxis;
import interleave.recorder.model.Mark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The captions of a lane: the texts of its marks, in the order of time. Marks at nearly the same time share a caption.
 * A caption shows at most two lines, so a longer one ends with "and 7 more". The script places each caption above its
 * mark; without it, they form a list above the lane.
 */
final class Captions {

    /** Marks closer than this fraction of the axis share a caption. */
    private static final double SAME = 0.02;

    private static final int MAX_LINES = 2;

    private final TimeAxis axis;
    private final List<Caption> captions = new ArrayList<>();

    Captions(List<Mark> marks, TimeAxis axis) {
        this.axis = axis;
        for (Mark mark : marks) {
            double at = axis.fraction(mark.at());
            if (captions.isEmpty() || at - captions.getLast().at > SAME) {
                captions.add(new Caption(at, mark.at(), new ArrayList<>()));
            }
            captions.getLast().marks.add(mark);
        }
    }

    String html() {
        var html = new StringBuilder();
        captions.forEach(caption -> html.append(html(caption)));
        return html.toString();
    }

    private String html(Caption caption) {
        List<String> texts =
                caption.marks.stream().map(mark -> CaptionText.of(mark)).toList();
        int whole = texts.size() <= MAX_LINES ? texts.size() : MAX_LINES - 1;
        var lines = new StringBuilder();
        texts.stream()
                .limit(whole)
                .forEach(text ->
                        lines.append("<bdi>").append(SafeText.markup(text)).append("</bdi>"));
        if (whole < texts.size()) {
            lines.append("<small>and %d more</small>".formatted(texts.size() - whole));
        }
        return String.format(
                Locale.ROOT,
                "<span class=\"caption\" data-at=\"%d\" data-share=\"%.5f\" data-count=\"%d\" style=\"--at:%s\""
                        + " title=\"%s\">%s</span>",
                caption.moment.toNanos(),
                caption.at,
                texts.size(),
                axis.percent(caption.moment),
                SafeText.markup(
                        String.join("; ", caption.marks.stream().map(Mark::line).toList())),
                lines);
    }

    private record Caption(double at, Duration moment, List<Mark> marks) {}
}

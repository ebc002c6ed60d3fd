package interleave.recorder.page;

import interleave.recorder.layout.SafeText;
import interleave.recorder.layout.TerminalText;
import interleave.recorder.layout.TimeAxis;
import interleave.recorder.model.Mark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The printed lines of a lane, as captions above their marks. Lines at nearly the same time share a caption. Captions
 * that would overlap are placed in different rows, counted upwards from the lane. If all rows are full, a caption is
 * cut.
 */
final class Captions {

    /** Lines closer than this fraction of the axis share a caption. */
    private static final double SAME = 0.02;
    /** The width of a character as a fraction of the axis, on a page of usual width. */
    private static final double LETTER = 0.012;

    private static final int MAX_LINES = 2;
    private static final int MAX_ROWS = 5;

    private final List<Caption> captions = new ArrayList<>();
    /** For each row, the position from which it is free. */
    private final double[] filled = new double[MAX_ROWS];

    Captions(List<Mark> marks, TimeAxis axis) {
        for (Mark mark : marks) {
            double at = axis.fraction(mark.at());
            if (captions.isEmpty() || at - captions.getLast().at > SAME) {
                captions.add(new Caption(at, mark.at()));
            }
            captions.getLast().lines.add(mark.line());
        }
        captions.forEach(this::place);
    }

    /** The number of rows above the lane. */
    int rows() {
        return captions.stream()
                .mapToInt(caption -> caption.row + caption.height())
                .max()
                .orElse(0);
    }

    String html() {
        var html = new StringBuilder();
        captions.forEach(caption -> html.append(caption.html()));
        return html.toString();
    }

    /** Places the caption in the lowest rows with enough room or, if there are none, in those with the most room. */
    private void place(Caption caption) {
        for (int row = 1; row + caption.height() <= MAX_ROWS; row++) {
            if (filled(caption.row, caption) > caption.start() && filled(row, caption) < filled(caption.row, caption)) {
                caption.row = row;
            }
        }
        caption.from = Math.min(caption.at, Math.max(caption.start(), filled(caption.row, caption)));
        for (Caption before : captions.subList(0, captions.indexOf(caption))) {
            if (before.sharesRowWith(caption) && !before.isLeftOfItsMark()) {
                before.to = Math.min(before.to, Math.max(caption.from, before.at));
            }
        }
        Arrays.fill(filled, caption.row, caption.row + caption.height(), caption.end());
    }

    private double filled(int row, Caption caption) {
        double last = 0;
        for (int each = row; each < row + caption.height(); each++) {
            last = Math.max(last, filled[each]);
        }
        return last;
    }

    private static final class Caption {
        final double at;
        final Duration moment;
        final List<String> lines = new ArrayList<>();
        int row;
        double from;
        double to = 1;

        Caption(double at, Duration moment) {
            this.at = at;
            this.moment = moment;
        }

        /** Whether the caption is left of its mark, because there is not enough room on the right. */
        boolean isLeftOfItsMark() {
            return at > 0.5 && at + width() > 1;
        }

        int height() {
            return Math.min(lines.size(), MAX_LINES);
        }

        double width() {
            return texts().stream().mapToInt(TerminalText::width).max().orElse(0) * LETTER;
        }

        double start() {
            return isLeftOfItsMark() ? at - width() : at;
        }

        double end() {
            return isLeftOfItsMark() ? at : at + width();
        }

        boolean sharesRowWith(Caption other) {
            return row < other.row + other.height() && other.row < row + height();
        }

        List<String> texts() {
            var texts = new ArrayList<>(lines.subList(0, height()));
            if (lines.size() > MAX_LINES) {
                texts.set(MAX_LINES - 1, texts.getLast() + " and " + (lines.size() - MAX_LINES) + " more");
            }
            return texts;
        }

        String html() {
            String side = isLeftOfItsMark()
                    ? "right:" + TimeAxis.percent(1 - at) + ";max-width:" + TimeAxis.percent(at - from)
                    : "left:" + TimeAxis.percent(at) + ";max-width:" + TimeAxis.percent(to - at);
            return "<span class=\"caption\" data-at=\"" + moment.toNanos() + "\" style=\"" + side + ";--row:"
                    + (row + height()) + "\">"
                    + String.join(
                            "<br>",
                            texts().stream()
                                    .map(line -> "<bdi>" + SafeText.markup(line) + "</bdi>")
                                    .toList())
                    + "</span>";
        }
    }
}

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
 * What a lane printed, above the marks of its moments; what comes at once is said together. Captions that would run
 * into each other stand in different rows, counted upwards from the lane, and only when these are full a caption is
 * cut.
 */
final class Captions {

    /** Lines printed nearer to each other than this share of the axis share a caption. */
    private static final double SAME = 0.02;
    /** The share of the axis that a letter takes, on a page as wide as most. */
    private static final double LETTER = 0.012;

    private static final int MOST_LINES = 2;
    private static final int MOST_ROWS = 5;

    private final List<Caption> captions = new ArrayList<>();
    /** For each row, where it is free from. */
    private final double[] filled = new double[MOST_ROWS];

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

    /** How many rows there are above the lane. */
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

    /** Into the lowest rows where it has room; into those that have most of it, when it has room nowhere. */
    private void place(Caption caption) {
        for (int row = 1; row + caption.height() <= MOST_ROWS; row++) {
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

        /** When there is no room for it up to the right edge, and more on the other side. */
        boolean isLeftOfItsMark() {
            return at > 0.5 && at + width() > 1;
        }

        int height() {
            return Math.min(lines.size(), MOST_LINES);
        }

        double width() {
            return said().stream().mapToInt(TerminalText::width).max().orElse(0) * LETTER;
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

        List<String> said() {
            var said = new ArrayList<>(lines.subList(0, height()));
            if (lines.size() > MOST_LINES) {
                said.set(MOST_LINES - 1, said.getLast() + " and " + (lines.size() - MOST_LINES) + " more");
            }
            return said;
        }

        String html() {
            String side = isLeftOfItsMark()
                    ? "right:" + TimeAxis.percent(1 - at) + ";max-width:" + TimeAxis.percent(at - from)
                    : "left:" + TimeAxis.percent(at) + ";max-width:" + TimeAxis.percent(to - at);
            return "<span class=\"said\" data-at=\"" + moment.toNanos() + "\" style=\"" + side + ";--row:"
                    + (row + height()) + "\">"
                    + String.join(
                            "<br>",
                            said().stream()
                                    .map(line -> "<bdi>" + SafeText.markup(line) + "</bdi>")
                                    .toList())
                    + "</span>";
        }
    }
}

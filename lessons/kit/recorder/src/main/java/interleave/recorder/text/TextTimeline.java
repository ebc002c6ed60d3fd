package interleave.recorder.text;

import interleave.recorder.layout.ColumnAxis;
import interleave.recorder.layout.Labels;
import interleave.recorder.layout.LaneGroups;
import interleave.recorder.layout.TerminalText;
import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Draws timelines as text on one time axis, with one line per lane. */
public final class TextTimeline {

    /** If there are more lanes of a kind than this, only the first ones have their own row. */
    private static final int MANY = 8;

    private static final int FIRST = 3;

    private static final int MIN_WIDTH = 40;

    private final List<Timeline> timelines;
    private final int gutter;
    private final ColumnAxis scale;
    private final Glyphs glyphs;
    private final Colour colour;
    private final TextLegend legend;
    private final LaneRow laneRow;
    private final StringBuilder text = new StringBuilder();

    private TextTimeline(List<Timeline> timelines, int width, Glyphs glyphs, Colour colour) {
        this.timelines = timelines;
        this.glyphs = glyphs;
        this.colour = colour;
        this.legend = new TextLegend(glyphs);
        this.gutter = gutter(width);
        Duration longest = timelines.stream()
                .map(Timeline::duration)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        this.scale = new ColumnAxis(longest, width - gutter);
        this.laneRow = new LaneRow(scale, glyphs, legend);
    }

    /**
     * Renders the picture. Each line ends with {@code \n}, and is at most {@code width} columns wide (40 if
     * {@code width} is less). Names from the program cannot contain escape sequences.
     */
    public static String render(List<Timeline> timelines, int width, Glyphs glyphs, Colour colour) {
        int columns = Math.max(MIN_WIDTH, width);
        return timelines.isEmpty() ? "" : new TextTimeline(timelines, columns, glyphs, colour).render(columns);
    }

    private String render(int width) {
        drawAxis();
        timelines.forEach(this::draw);
        return text.append('\n').append(legend.text(width, colour)).toString();
    }

    private void drawAxis() {
        var cells = new CharacterRow(scale.columns());
        for (ColumnAxis.Tick tick : scale.ticks()) {
            cells.put(tick.column(), glyphs.tick);
            if (tick.column() + 1 + tick.label().length() <= scale.columns()) {
                cells.put(tick.column() + 1, tick.label());
            }
        }
        line("", colour.faint(cells.text(Colour.NONE)));
    }

    private void draw(Timeline timeline) {
        String name = TerminalText.fit(glyphs.name(timeline.version()), gutter - 1, glyphs.ellipsis);
        text.append(colour.bold(name))
                .append(' ')
                .append(extent(timeline).text(colour))
                .append('\n');
        for (LaneGroups.Row row : LaneGroups.of(timeline, MANY, FIRST)) {
            if (row.isGroup()) {
                drawGroup(row);
            } else {
                line(label(row.lane()), laneRow.draw(row.lane(), timeline).text(colour));
            }
        }
    }

    /** A line from the start to the end of the version. Its time is inside, or beside it if there is no room. */
    private CharacterRow extent(Timeline timeline) {
        var cells = new CharacterRow(scale.columns());
        int last = scale.lastColumn(timeline.duration());
        String time = " " + Labels.time(timeline) + " ";
        for (int column = 0; column <= last; column++) {
            cells.put(column, glyphs.line);
        }
        cells.put(last, glyphs.to);
        cells.put(0, glyphs.from);
        int room = last - 1 - time.length();
        if (room >= 2) {
            cells.put(1 + room / 2, time);
        } else {
            String beside = time.stripTrailing();
            cells.put(Math.max(0, Math.min(last + 1, scale.columns() - beside.length())), beside);
        }
        return cells;
    }

    private void drawGroup(LaneGroups.Row group) {
        if (group.isOfLibraries()) {
            line(groupLabel(group), "");
            return;
        }
        line(
                groupLabel(group),
                new DensityRow(scale, glyphs, legend).draw(group.lanes()).text(colour));
        if (!group.maxConcurrent().isEmpty()) {
            line("", group.maxConcurrent());
        }
    }

    /** The longest label that fits into the gutter. */
    private String groupLabel(LaneGroups.Row group) {
        List<String> labels =
                LaneGroups.labels(group).stream().map(label -> "  " + label).toList();
        return labels.stream()
                .filter(label -> label.length() < gutter)
                .findFirst()
                .orElse(labels.getLast());
    }

    private void line(String label, String row) {
        text.append((TerminalText.fit(label, gutter - 1, glyphs.ellipsis) + " " + row).stripTrailing())
                .append('\n');
    }

    private String label(Lane lane) {
        return (lane.kind() == LaneKind.LOOP_TASK ? "    " : "  ") + glyphs.name(lane.name());
    }

    /** Wide enough for the longest label, but at most two fifths of the width. */
    private int gutter(int width) {
        var labels = new ArrayList<String>();
        for (Timeline timeline : timelines) {
            labels.add(glyphs.name(timeline.version()));
            LaneGroups.of(timeline, MANY, FIRST)
                    .forEach(row -> labels.add(row.isGroup() ? "  " + LaneGroups.label(row) : label(row.lane())));
        }
        int widest = labels.stream().mapToInt(TerminalText::width).max().orElse(0);
        return Math.min(widest + 2, width * 2 / 5);
    }
}

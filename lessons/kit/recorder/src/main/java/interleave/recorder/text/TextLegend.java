package interleave.recorder.text;

import interleave.recorder.layout.Labels;
import interleave.recorder.layout.TerminalText;
import interleave.recorder.model.Mark;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Collects the drawn glyphs, and explains them. */
final class TextLegend {

    private final Glyphs glyphs;
    private final Set<State> states = EnumSet.noneOf(State.class);
    private final Set<Mark.Kind> marks = EnumSet.noneOf(Mark.Kind.class);
    private boolean sleepsWithoutThread;
    private final Map<String, String> others = new LinkedHashMap<>();

    TextLegend(Glyphs glyphs) {
        this.glyphs = glyphs;
    }

    void drawn(Span span) {
        if (span.isSleepWithoutThread()) {
            sleepsWithoutThread = true;
        } else {
            states.add(span.state());
        }
    }

    void drawn(Mark.Kind kind) {
        marks.add(kind);
    }

    void drawnContinues() {
        others.put(String.valueOf(glyphs.continues), Labels.OUTLIVES);
    }

    void drawnDensity() {
        String steps = glyphs.density;
        others.put(
                "" + steps.charAt(1) + steps.charAt(steps.length() / 2) + steps.charAt(steps.length() - 1),
                Labels.DENSITY);
    }

    /** The legend, in lines of at most {@code width} columns. */
    String text(int width, Colour colour) {
        var text = new StringBuilder();
        int used = 0;
        for (var entry : entries(colour).entrySet()) {
            int columns = TerminalText.width(entry.getValue());
            if (used > 0 && used + 3 + columns > width) {
                text.append('\n');
                used = 0;
            }
            text.append(used > 0 ? "   " : "").append(entry.getKey());
            used += columns + (used > 0 ? 3 : 0);
        }
        return text.append(used > 0 ? "\n" : "").toString();
    }

    /** The entries to print, each with its text without colour, from which its width is computed. */
    private Map<String, String> entries(Colour colour) {
        var entries = new LinkedHashMap<String, String>();
        for (State state : State.values()) {
            if (states.contains(state)) {
                enter(entries, state, glyphs.state(state), state.meaning(), colour);
            }
            if (state == State.SLEEP && sleepsWithoutThread) {
                enter(entries, state, glyphs.sleepWithoutThread, Labels.SLEEP_WITHOUT_THREAD, colour);
            }
        }
        marks.forEach(kind -> {
            String entry = glyphs.mark(kind) + " " + Labels.meaning(kind);
            entries.put(entry, entry);
        });
        others.forEach((glyph, meaning) -> entries.put(glyph + " " + meaning, glyph + " " + meaning));
        return entries;
    }

    private static void enter(Map<String, String> entries, State state, char glyph, String meaning, Colour colour) {
        entries.put(colour.paint(state, String.valueOf(glyph)) + " " + meaning, glyph + " " + meaning);
    }
}

package interleave.recorder.text;

import interleave.recorder.layout.TerminalText;
import interleave.recorder.model.Mark;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import java.nio.charset.Charset;

/** The characters of a text timeline. */
public enum Glyphs {
    /** Blocks and lines. */
    UNICODE("█░╳≈┄·╌", '═', "●▲✕", '→', '│', '├', '─', '┤', " ▁▂▃▄▅▆▇", "…"),
    /** Characters that every terminal and file can show. */
    ASCII("#=x~:.+", '-', "o^X", '>', '|', '|', '-', '|', " 123456789", "...");

    static final char LIGHT_SHADE = '░';

    private final String states;
    final char sleepWithoutThread;
    private final String marks;
    final char continues;
    final char tick;
    final char from;
    final char line;
    final char to;
    /** From none to the maximum. */
    final String density;

    final String ellipsis;

    Glyphs(
            String states,
            char sleepWithoutThread,
            String marks,
            char continues,
            char tick,
            char from,
            char line,
            char to,
            String density,
            String ellipsis) {
        this.states = states;
        this.sleepWithoutThread = sleepWithoutThread;
        this.marks = marks;
        this.continues = continues;
        this.tick = tick;
        this.from = from;
        this.line = line;
        this.to = to;
        this.density = density;
        this.ellipsis = ellipsis;
    }

    /** The glyphs that a terminal or file with this charset can show. */
    public static Glyphs of(Charset charset) {
        return charset.name().startsWith("UTF-") ? UNICODE : ASCII;
    }

    /** A name from the program, with only harmless characters that the charset has. */
    String name(String name) {
        String harmless = TerminalText.harmless(name);
        return this == UNICODE ? harmless : harmless.replaceAll("[^\\x20-\\x7e]", "?");
    }

    char mark(Mark.Kind kind) {
        return marks.charAt(
                switch (kind) {
                    case PRINTED -> 0;
                    case PRINTED_TO_ERR -> 1;
                    case FAILED -> 2;
                });
    }

    char of(Span span) {
        return span.isSleepWithoutThread() ? sleepWithoutThread : state(span.state());
    }

    char state(State state) {
        return states.charAt(
                switch (state) {
                    case RUNNING -> 0;
                    case SLEEP -> 1;
                    case LOCK -> 2;
                    case IO -> 3;
                    case RESULT -> 4;
                    case IDLE -> 5;
                    case OTHER -> 6;
                });
    }
}

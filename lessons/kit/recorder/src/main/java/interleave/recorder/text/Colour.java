package interleave.recorder.text;

import interleave.recorder.model.State;

/**
 * Whether to colour text with ANSI escape sequences. Colours carry no information of their own. The colours are of the
 * 256-colour cube, because a terminal's theme defines the first 16: its blue may be invisible on black, its yellow on
 * white. All have a contrast of 3:1 or more on the dark and light backgrounds of common terminals.
 */
public enum Colour {
    /** No escape sequences. */
    NONE,
    /** Escape sequences that terminals with 256 colours support. */
    ANSI;

    private static final String RESET = "\u001b[0m";
    private static final String GREEN = "38;5;28";
    private static final String BLUE = "38;5;33";
    /** For {@link Glyphs#LIGHT_SHADE}, of which terminals draw only a quarter in the foreground. */
    private static final String BLUE_ON_BLUE = "38;5;27;48;5;33";

    private static final String RED = "38;5;167";
    private static final String MAGENTA = "38;5;164";
    private static final String YELLOW = "38;5;136";
    private static final String GREY = "38;5;243";

    String bold(String text) {
        return paint("1", text);
    }

    /** For text that matters less. SGR 2 (faint) would be unreadable in some terminals. */
    String faint(String text) {
        return paint(GREY, text);
    }

    String paint(State state, String text) {
        return paint(
                switch (state) {
                    case RUNNING -> GREEN;
                    case SLEEP -> text.indexOf(Glyphs.LIGHT_SHADE) >= 0 ? BLUE_ON_BLUE : BLUE;
                    case LOCK -> RED;
                    case IO -> MAGENTA;
                    case OTHER -> YELLOW;
                    case RESULT, IDLE -> GREY;
                },
                text);
    }

    private String paint(String code, String text) {
        return this == NONE || text.isBlank() ? text : "\u001b[" + code + "m" + text + RESET;
    }
}

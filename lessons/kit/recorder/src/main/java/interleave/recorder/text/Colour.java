package interleave.recorder.text;

import interleave.recorder.model.State;

/** Whether to colour text with ANSI escape sequences. Colours carry no information of their own. */
public enum Colour {
    /** No escape sequences. */
    NONE,
    /** Escape sequences that every colour terminal supports. */
    ANSI;

    private static final String RESET = "\u001b[0m";

    String bold(String text) {
        return paint("1", text);
    }

    String faint(String text) {
        return paint("2", text);
    }

    String paint(State state, String text) {
        return paint(
                switch (state) {
                    case RUNNING -> "32";
                    case SLEEP -> "34";
                    case LOCK -> "31";
                    case IO -> "35";
                    case OTHER -> "33";
                    case RESULT, IDLE -> "2";
                },
                text);
    }

    private String paint(String code, String text) {
        return this == NONE || text.isBlank() ? text : "\u001b[" + code + "m" + text + RESET;
    }
}

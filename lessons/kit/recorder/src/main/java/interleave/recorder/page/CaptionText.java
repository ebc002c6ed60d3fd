package interleave.recorder.page;

import interleave.recorder.layout.TerminalText;
import interleave.recorder.model.Mark;
import java.util.regex.Pattern;

/** The short text of a mark beside its dot. The list of printed lines has the whole text. */
final class CaptionText {

    private static final int MAX_WIDTH = 100;

    /** The scheme and the host of an address, which are the same in all lines of a lesson. */
    private static final Pattern ORIGIN = Pattern.compile("https?://[^/\\s]+(?=/)");

    /** The package of a class. */
    private static final Pattern PACKAGE = Pattern.compile("\\b([a-z]\\w*\\.)+(?=[A-Z])");

    private CaptionText() {}

    /** Marks failures and lines on System.err with a symbol. */
    static String of(Mark mark) {
        return switch (mark.kind()) {
            case PRINTED -> shortened(mark.line());
            case PRINTED_TO_ERR -> "\u25b2 " + shortened(mark.line());
            case FAILED -> "\u2715 " + shortened(PACKAGE.matcher(mark.line()).replaceAll(""));
        };
    }

    /** Without the origin of addresses. A long text ends with an ellipsis after a whole word. */
    static String shortened(String text) {
        String brief = withoutOrigin(text).strip();
        if (TerminalText.width(brief) <= MAX_WIDTH) {
            return brief;
        }
        String start = TerminalText.fit(brief, MAX_WIDTH, "").stripTrailing();
        int space = brief.startsWith(start + " ") ? start.length() : start.lastIndexOf(' ');
        return (space > MAX_WIDTH / 2 ? start.substring(0, space) : start) + "\u2026";
    }

    /** "/users/1" instead of "http://127.0.0.1:8080/users/1". */
    static String withoutOrigin(String text) {
        return ORIGIN.matcher(text).replaceAll("");
    }
}

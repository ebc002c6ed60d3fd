package interleave.recorder.layout;

/** Measures text in terminal columns, and cuts it to fit. */
public final class TerminalText {

    private static final int REPLACEMENT = '?';

    /** The first and last character of each block of East Asian wide or full-width characters, and of emoji. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F,
        0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x1F000, 0x1FAFF, 0x20000, 0x3FFFD
    };

    private TerminalText() {}

    /** Replaces all characters that could move the cursor, change colours or be invisible. */
    public static String harmless(String text) {
        var harmless = new StringBuilder();
        text.codePoints().map(TerminalText::harmless).forEach(harmless::appendCodePoint);
        return harmless.toString();
    }

    /** The number of terminal columns of the text. */
    public static int width(String text) {
        return text.codePoints().map(TerminalText::width).sum();
    }

    /** Pads {@code text} with spaces, or cuts it with {@code ellipsis}, to exactly {@code columns}. */
    public static String fit(String text, int columns, String ellipsis) {
        int width = width(text);
        if (width <= columns) {
            return text + " ".repeat(columns - width);
        }
        int room = Math.max(0, columns - ellipsis.length());
        var cut = new StringBuilder();
        int used = 0;
        for (int codePoint : text.codePoints().toArray()) {
            if (used + width(codePoint) > room) {
                break;
            }
            cut.appendCodePoint(codePoint);
            used += width(codePoint);
        }
        String end = ellipsis.substring(0, Math.min(columns, ellipsis.length()));
        return cut + end + " ".repeat(columns - used - end.length());
    }

    static int harmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> REPLACEMENT;
            default -> codePoint;
        };
    }

    private static int width(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    private static boolean isWide(int codePoint) {
        for (int i = 0; i < WIDE.length; i += 2) {
            if (codePoint >= WIDE[i] && codePoint <= WIDE[i + 1]) {
                return true;
            }
        }
        return Character.isEmojiPresentation(codePoint);
    }
}

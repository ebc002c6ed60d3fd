package interleave.recorder;

/** Text as a terminal shows it: how many columns it takes, and how to make it fit. */
final class Columns {

    private static final int REPLACEMENT = '?';

    private Columns() {}

    /** {@code text} of a program's making without anything that could move a cursor, change a colour or hide. */
    static String harmless(String text) {
        var harmless = new StringBuilder();
        text.codePoints().map(Columns::harmless).forEach(harmless::appendCodePoint);
        return harmless.toString();
    }

    static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    /** {@code text} filled with blanks, or cut with {@code ellipsis}, to exactly {@code columns}. */
    static String fit(String text, int columns, String ellipsis) {
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

    private static int harmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED, Character.PRIVATE_USE ->
                REPLACEMENT;
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

    /** East Asian wide and full-width characters, and emoji. */
    private static boolean isWide(int codePoint) {
        return codePoint >= 0x1100 && codePoint <= 0x115F
                || codePoint >= 0x2E80 && codePoint <= 0xA4CF && codePoint != 0x303F
                || codePoint >= 0xA960 && codePoint <= 0xA97F || codePoint >= 0xAC00 && codePoint <= 0xD7A3
                || codePoint >= 0xF900 && codePoint <= 0xFAFF || codePoint >= 0xFE30 && codePoint <= 0xFE6F
                || codePoint >= 0xFF00 && codePoint <= 0xFF60 || codePoint >= 0xFFE0 && codePoint <= 0xFFE6
                || codePoint >= 0x1F000 && codePoint <= 0x1FAFF || codePoint >= 0x20000 && codePoint <= 0x3FFFD
                || Character.isEmojiPresentation(codePoint);
    }
}

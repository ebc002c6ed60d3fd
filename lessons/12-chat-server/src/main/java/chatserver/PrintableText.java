package chatserver;

/** Makes received text safe to print: it must not control the terminal, forge a line, or hide or reorder text. */
final class PrintableText {
    private static final int REPLACEMENT = '?';
    /** Separates letters, for example in Persian. */
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    /** Joins letters, or the parts of an emoji. */
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private PrintableText() {}

    /** Replaces tabs by spaces, and all other control, format and line separator characters by question marks. */
    static String of(String text) {
        var printable = new StringBuilder(text.length());
        text.codePoints().map(PrintableText::printable).forEach(printable::appendCodePoint);
        return printable.toString();
    }

    private static int printable(int codePoint) {
        return switch (codePoint) {
            case '\t' -> ' ';
            case ZERO_WIDTH_NON_JOINER, ZERO_WIDTH_JOINER -> codePoint;
            default -> isInvisible(codePoint) ? REPLACEMENT : codePoint;
        };
    }

    /** Control characters include those beyond ASCII, and format characters those that change the direction of text. */
    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}

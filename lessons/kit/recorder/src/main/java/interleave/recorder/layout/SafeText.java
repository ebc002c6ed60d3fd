package interleave.recorder.layout;

/** Text that a program chose (names, printed lines), made safe to show. */
public final class SafeText {

    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private SafeText() {}

    /** Escaped for content and quoted attributes of HTML and XML. */
    public static String markup(String text) {
        return visible(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Without control characters, and without those that turn the direction of what follows; joined emoji stay. */
    public static String visible(String text) {
        var visible = new StringBuilder();
        text.codePoints()
                .map(codePoint -> switch (codePoint) {
                    case ZERO_WIDTH_JOINER -> codePoint;
                    case '\t' -> ' ';
                    default -> TerminalText.harmless(codePoint);
                })
                .forEach(visible::appendCodePoint);
        return visible.toString();
    }
}

package interleave.recorder.layout;

/** Makes text from a program (names, printed lines) safe to show. */
public final class SafeText {

    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private SafeText() {}

    /** Escapes text for content and quoted attributes of HTML and XML. */
    public static String markup(String text) {
        return visible(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Replaces control characters, including those that change the writing direction. Joined emoji stay. */
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

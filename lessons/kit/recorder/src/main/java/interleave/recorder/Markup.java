package interleave.recorder;

/** Text of a program's making as it may stand in HTML, SVG and JSON: shown, and never obeyed. */
final class Markup {

    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Markup() {}

    /** For content and quoted attributes of HTML and XML. */
    static String text(String text) {
        return visible(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A quoted JSON string that may stand in a script element, too. */
    static String json(String text) {
        var quoted = new StringBuilder("\"");
        visible(text).codePoints().forEach(codePoint -> {
            switch (codePoint) {
                case '"', '\\' -> quoted.append('\\').appendCodePoint(codePoint);
                case '<', '>', '&' -> quoted.append(String.format("\\u%04x", codePoint));
                default -> quoted.appendCodePoint(codePoint);
            }
        });
        return quoted.append('"').toString();
    }

    /** Without control characters, and without those that turn the direction of what follows; joined emoji stay. */
    private static String visible(String text) {
        var visible = new StringBuilder();
        text.codePoints()
                .map(codePoint -> switch (codePoint) {
                    case ZERO_WIDTH_JOINER -> codePoint;
                    case '\t' -> ' ';
                    default -> Columns.harmless(codePoint);
                })
                .forEach(visible::appendCodePoint);
        return visible.toString();
    }
}

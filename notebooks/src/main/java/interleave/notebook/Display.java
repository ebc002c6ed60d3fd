package interleave.notebook;

import java.util.Map;
import java.util.TreeMap;

/**
 * A cell's value with a look of its own. This project's kernel shows the richest of its looks; others show its text.
 *
 * @param text the same in plain text
 * @param looks other ways to show it, by MIME type
 */
public record Display(String text, Map<String, String> looks) {
    private static final String SVG = "image/svg+xml";
    private static final String HTML = "text/html";
    private static final String MARKDOWN = "text/markdown";
    private static final String PLAIN = "text/plain";

    /** Copies the map. */
    public Display {
        looks = Map.copyOf(looks);
    }

    /** A picture. */
    public static Display svg(String svg, String text) {
        return new Display(text, Map.of(SVG, svg));
    }

    /** A table, or any other piece of HTML. */
    public static Display html(String html, String text) {
        return new Display(text, Map.of(HTML, html));
    }

    /**
     * A whole page, in a frame, so that its style does not become the notebook's.
     *
     * @param height of the frame, in pixels
     */
    public static Display page(String page, int height, String text) {
        String escaped = page.replace("&", "&amp;").replace("\"", "&quot;");
        return html(
                "<iframe width=\"100%\" height=\"" + height + "\" style=\"border:0\" srcdoc=\"" + escaped
                        + "\"></iframe>",
                text);
    }

    /** Formatted text. */
    public static Display markdown(String markdown) {
        return new Display(markdown, Map.of(MARKDOWN, markdown));
    }

    /** All of them, the plain text too, in the order of their MIME types. */
    public Map<String, String> byType() {
        var all = new TreeMap<>(looks);
        all.put(PLAIN, text);
        return all;
    }

    /** What kernels show that do not know of looks. */
    @Override
    public String toString() {
        return text;
    }
}

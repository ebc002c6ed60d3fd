package interleave.notebook;

import java.util.Map;
import java.util.TreeMap;

/**
 * A value with a rich display. The course's kernel shows the richest format; other kernels show the text.
 *
 * @param text the value as plain text
 * @param formats the value in other formats, by MIME type
 */
public record Display(String text, Map<String, String> formats) {
    private static final String SVG = "image/svg+xml";
    private static final String HTML = "text/html";
    private static final String MARKDOWN = "text/markdown";
    private static final String PLAIN = "text/plain";

    /** Copies the map. */
    public Display {
        formats = Map.copyOf(formats);
    }

    /** A picture. */
    public static Display svg(String svg, String text) {
        return new Display(text, Map.of(SVG, svg));
    }

    /** A table, or any other HTML. */
    public static Display html(String html, String text) {
        return new Display(text, Map.of(HTML, html));
    }

    /**
     * A whole page, in a frame, so that its style sheet does not affect the notebook. The frame becomes as high as the
     * page.
     *
     * @param height of the frame in pixels, until the page is loaded, and where scripts do not run
     */
    public static Display page(String page, int height, String text) {
        String escaped = page.replace("&", "&amp;").replace("\"", "&quot;");
        String fit = "this.style.height=this.contentDocument.documentElement.scrollHeight+'px'";
        return html(
                "<iframe width=\"100%\" height=\"" + height + "\" style=\"border:0\" onload=\"" + fit + "\" srcdoc=\""
                        + escaped + "\"></iframe>",
                text);
    }

    /** Formatted text. */
    public static Display markdown(String markdown) {
        return new Display(markdown, Map.of(MARKDOWN, markdown));
    }

    /** All formats including plain text, sorted by MIME type. */
    public Map<String, String> byType() {
        var all = new TreeMap<>(formats);
        all.put(PLAIN, text);
        return all;
    }

    /** Shown by kernels without rich displays. */
    @Override
    public String toString() {
        return text;
    }
}

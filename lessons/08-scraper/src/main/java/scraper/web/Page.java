package scraper.web;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The summary of a page.
 *
 * @param characters the length of its source
 * @param title empty when the page has none
 * @param links the number of links that a browser shows
 * @param images the number of images that a browser shows
 */
public record Page(String address, long characters, String title, long links, long images) {

    /**
     * Parses a page.
     *
     * @param charset the charset of the response; without one, the page's own declaration counts
     */
    public static Page parse(String address, byte[] html, Optional<Charset> charset) {
        String source = withoutByteOrderMark(new String(html, PageCharset.of(html, charset)));
        Document document = Jsoup.parse(source, address);
        document.select("template, noscript").remove(); // a browser shows neither
        return new Page(
                address,
                source.codePoints().count(),
                title(document),
                shown(document, "a[href], area[href]").count(),
                shown(document, "img").count());
    }

    private static String withoutByteOrderMark(String source) {
        return source.startsWith("\ufeff") ? source.substring(1) : source;
    }

    private static String title(Document document) {
        return shown(document, "title")
                .findFirst()
                .map(Element::text)
                .map(TerminalText::of)
                .orElse("");
    }

    /** Only HTML elements: SVG has elements of the same name. */
    private static Stream<Element> shown(Document document, String selector) {
        return document.select(selector).stream()
                .filter(element -> element.tag().namespace().equals(Parser.NamespaceHtml));
    }
}

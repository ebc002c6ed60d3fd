package scraper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * What is on a page.
 *
 * @param characters of its source
 * @param title empty when it has none
 * @param links how many places one can click that lead somewhere
 * @param images how many pictures it shows
 */
public record Page(String address, long characters, String title, long links, long images) implements Result {

    /**
     * Parses a page.
     *
     * @param charset what the server says; without it the page itself is asked, and then it is UTF-8
     */
    public static Page parse(String address, byte[] html, Optional<Charset> charset) throws IOException {
        Document document = Jsoup.parse(
                new ByteArrayInputStream(html), charset.map(Charset::name).orElse(null), address);
        document.select("template, noscript").remove(); // a browser shows neither
        String source = new String(html, document.charset());
        return new Page(
                address,
                source.codePoints().count(),
                title(document),
                shown(document, "a[href], area[href]").count(),
                shown(document, "img").count());
    }

    /** Fit for a terminal: a page could hide commands to it in its title. */
    private static String title(Document document) {
        return shown(document, "title")
                .findFirst()
                .map(Element::text)
                .orElse("")
                .strip()
                .replaceAll("\\s+", " ")
                .replaceAll("[\\p{Cc}\\p{Cf}]", "");
    }

    /** Without those of the same name inside a drawing in SVG. */
    private static Stream<Element> shown(Document document, String selector) {
        return document.select(selector).stream()
                .filter(element -> element.tag().namespace().equals(Parser.NamespaceHtml));
    }

    @Override
    public String toString() {
        return "Fetched " + address + ": " + characters + " characters";
    }
}

package scraper.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Finds the charset of a page in the order of browsers: the byte order mark, the response, the page's own declaration.
 * Without any of them, the page is UTF-8 if its bytes are valid UTF-8, and otherwise windows-1252.
 */
final class PageCharset {

    private static final Pattern IN_CONTENT = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\\s\"';,]+)");
    private static final Pattern IN_XML = Pattern.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([^\"']+)");

    private PageCharset() {}

    static Charset of(byte[] html, Optional<Charset> ofResponse) {
        return byteOrderMark(html)
                .or(() -> ofResponse)
                .or(() -> declared(html))
                .orElseGet(() -> isUtf8(html)
                        ? UTF_8
                        : EncodingLabels.charset("windows-1252").orElse(ISO_8859_1));
    }

    /** The value of {@code charset=} in a content type, whether or not it is a known label. */
    static Optional<String> inContentType(String type) {
        return IN_CONTENT.matcher(type).results().reduce((first, last) -> last).map(named -> named.group(1));
    }

    private static Optional<Charset> byteOrderMark(byte[] html) {
        if (startsWith(html, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(UTF_8);
        }
        if (startsWith(html, 0xFE, 0xFF)) {
            return Optional.of(UTF_16BE);
        }
        return startsWith(html, 0xFF, 0xFE) ? Optional.of(UTF_16LE) : Optional.empty();
    }

    private static boolean startsWith(byte[] html, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= html.length || (html[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** The declarations are ASCII in every charset that a page can declare. */
    private static Optional<Charset> declared(byte[] html) {
        String ascii = new String(html, ISO_8859_1);
        var metas = Jsoup.parse(ascii).select("meta[charset], meta[http-equiv=content-type][content]").stream();
        var xml = IN_XML.matcher(ascii).results().map(declaration -> declaration.group(1));
        return Stream.concat(metas.flatMap(PageCharset::label), xml)
                .flatMap(label -> EncodingLabels.charset(label).stream())
                .findFirst()
                .map(charset -> isUtf16(charset) ? UTF_8 : charset);
    }

    private static Stream<String> label(Element meta) {
        return meta.hasAttr("charset") ? Stream.of(meta.attr("charset")) : inContentType(meta.attr("content")).stream();
    }

    /** A declaration that can be read as ASCII is not UTF-16, whatever it says. */
    private static boolean isUtf16(Charset charset) {
        return charset.equals(UTF_16BE) || charset.equals(UTF_16LE);
    }

    private static boolean isUtf8(byte[] html) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(html));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}

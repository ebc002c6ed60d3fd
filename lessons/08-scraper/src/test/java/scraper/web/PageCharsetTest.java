package scraper.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Charsets under the labels that browsers understand. */
@Timeout(180)
class PageCharsetTest {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String GAZETTE = "\u201cGazette\u201d \u20ac 5";

    @ParameterizedTest
    @ValueSource(strings = {"iso-8859-1", "latin1", "windows-1252", "us-ascii", "ISO_8859-1:1987", "\"iso-8859-1\""})
    void readsLatin1LabelsAsWindows1252(String label) throws Exception {
        byte[] html = ("<title>" + GAZETTE + "</title>").getBytes(WINDOWS_1252);

        assertThat(fetchedTitle("text/html; charset=" + label, html)).isEqualTo(GAZETTE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        iso-8859-9  | windows-1254  | \u011e\u0130 \u20ac
        gb2312      | GB18030       | \u4f60\u597d \u20ac
        x-gbk       | GB18030       | \u4f60\u597d
        sjis        | windows-31j   | \u65e5\u672c \u2460
        big5        | Big5-HKSCS    | \u4f60\u597d
        ks_c_5601-1987 | x-windows-949 | \uc548\ub155 \ub620
        tis-620     | x-windows-874 | \u0e2a\u0e27 \u20ac
        visual      | ISO-8859-8    | \u05e9\u05dc\u05d5\u05dd
        logical     | ISO-8859-8    | \u05e9\u05dc\u05d5\u05dd
        koi         | KOI8-R        | \u041f\u0440\u0438\u0432\u0435\u0442
        x-cp1251    | windows-1251  | \u041f\u0440\u0438\u0432\u0435\u0442
        mac         | x-MacRoman    | Zo\u00eb
        866         | IBM866        | \u041f\u0440\u0438\u0432\u0435\u0442
        utf8        | UTF-8         | Zo\u00eb \u20ac
        """)
    void understandsLabelInResponseAndInPage(String label, String charset, String title) throws Exception {
        byte[] plain = ("<title>" + title + "</title>").getBytes(charset);
        byte[] declaring = ("<meta charset='" + label + "'><title>" + title + "</title>").getBytes(charset);

        assertThat(fetchedTitle("text/html; charset=" + label, plain)).isEqualTo(title);
        assertThat(title(declaring)).isEqualTo(title);
    }

    @Test
    void understandsDeclarationInContentTypeAndInXml() {
        byte[] meta = "<meta http-equiv=Content-Type content='text/html; charset=latin1'><title>\u20ac</title>"
                .getBytes(WINDOWS_1252);
        byte[] xml = "<?xml version='1.0' encoding='latin1'?><title>\u20ac</title>".getBytes(WINDOWS_1252);

        assertThat(title(meta)).isEqualTo("\u20ac");
        assertThat(title(xml)).isEqualTo("\u20ac");
    }

    @Test
    void ignoresDeclarationInCommentAndDeclarationOfUtf16() {
        assertThat(title("<!-- <meta charset=latin1> --><title>Zo\u00eb</title>".getBytes(UTF_8)))
                .isEqualTo("Zo\u00eb");
        assertThat(title("<meta charset=utf-16><title>Zo\u00eb</title>".getBytes(UTF_8)))
                .isEqualTo("Zo\u00eb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/html; charset=", "text/html; charset=no-such-thing"})
    void detectsCharsetOfUnlabelledPage(String type) throws Exception {
        assertThat(fetchedTitle(type, ("<title>" + GAZETTE + "</title>").getBytes(WINDOWS_1252)))
                .isEqualTo(GAZETTE);
        assertThat(fetchedTitle(type, ("<title>" + GAZETTE + "</title>").getBytes(UTF_8)))
                .isEqualTo(GAZETTE);
    }

    @Test
    void byteOrderMarkTakesPrecedenceAndIsNoCharacter() {
        for (Charset charset : new Charset[] {UTF_8, UTF_16BE, UTF_16LE}) {
            Page page = Page.parse("", "\ufeff<title>Zo\u00eb</title>".getBytes(charset), Optional.of(ISO_8859_1));

            assertThat(page.title()).isEqualTo("Zo\u00eb");
            assertThat(page.characters()).isEqualTo("<title>Zo\u00eb</title>".length());
        }
    }

    @Test
    void understandsLabelInEveryLocale() {
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));

            assertThat(EncodingLabels.charset(" ISO-8859-1\n")).contains(WINDOWS_1252);
        } finally {
            Locale.setDefault(locale);
        }
    }

    private static String title(byte[] html) {
        return Page.parse("", html, Optional.empty()).title();
    }

    private static String fetchedTitle(String type, byte[] html) throws Exception {
        try (var site = RawSite.start().respond("/", RawSite.page(html, "Content-Type: " + type));
                var web = new HttpWeb(new Limits(ofMinutes(2), 200_000, 4))) {
            return web.fetch(site.address("/")).title();
        }
    }
}

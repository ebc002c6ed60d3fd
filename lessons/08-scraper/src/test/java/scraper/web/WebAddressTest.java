package scraper.web;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as they stand in the address bar of a browser. The expected values are those of the URL standard. */
@Timeout(180)
class WebAddressTest {

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
        http://h -> http://h/
        https://h/a%20b?q=%c3%bc -> https://h/a%20b?q=%c3%bc
        http://h/K\u00f6ln -> http://h/K%C3%B6ln
        http://h/\u65e5\u672c/\ud83d\ude00 -> http://h/%E6%97%A5%E6%9C%AC/%F0%9F%98%80
        http://h/\u00e4%20\u00f6 -> http://h/%C3%A4%20%C3%B6
        http://h/a b -> http://h/a%20b
        http://h/a|b{x}^`"<> -> http://h/a%7Cb%7Bx%7D%5E%60%22%3C%3E
        http://h/100% -> http://h/100%25
        http://h/q?x=\u00fc y -> http://h/q?x=%C3%BC%20y
        http://h/q?a[]=1&b=a|b -> http://h/q?a[]=1&b=a%7Cb
        http://h/[1] -> http://h/%5B1%5D
        http://h?q -> http://h/?q
        http://h/p#\u00fcber -> http://h/p
        h/p -> http://h/p
        h:8080 -> http://h:8080/
        localhost:8080/p -> http://localhost:8080/p
        127.0.0.1:8080?q -> http://127.0.0.1:8080/?q
        www.example.com -> http://www.example.com/
        HTTP://H/Upper -> http://h/Upper
        http:\\\\h\\a\\b?c\\d -> http://h/a/b?c%5Cd
        http:///h/p -> http://h/p
        http:h -> http://h/
        http://h:/p -> http://h/p
        http://h:0080/p -> http://h:80/p
        http://h/a/./b/../c -> http://h/a/c
        http://h/../a/%2E%2e/b/. -> http://h/b/
        http://h/a//b -> http://h/a//b
        http://me:p%w@h/ -> http://me:p%25w@h/
        http://me@home:p@h/ -> http://me%40home:p@h/
        http://[::1]:80/ -> http://[::1]:80/
        http://127.1/ -> http://127.0.0.1/
        http://0x7f.1 -> http://127.0.0.1/
        2130706433 -> http://127.0.0.1/
        """)
    void convertsAddressAsBrowserDoes(String address, String uri) throws Exception {
        assertThat(WebAddress.parse(address))
                .isEqualTo(URI.create(uri))
                .asString()
                .isEqualTo(uri);
    }

    @ParameterizedTest
    @ValueSource(strings = {" http://h/p ", "\nhttp://h/p\r\n", "http://h\n/p", "\u0000http://h/p", "ht\ttp://h/p"})
    void ignoresSpacesAroundAndLineBreaksInAddress(String address) throws Exception {
        assertThat(WebAddress.parse(address)).hasToString("http://h/p");
    }

    @ParameterizedTest
    @CsvSource({
        "b\u00fccher.example, xn--bcher-kva.example",
        "B\u00dcCHER.example, xn--bcher-kva.example",
        "bu\u0308cher.example, xn--bcher-kva.example",
        "b%C3%BCcher.example, xn--bcher-kva.example",
        "xn--bcher-kva.example, xn--bcher-kva.example",
        "fa\u00df.de, xn--fa-hia.de",
        "\u65e5\u672c\u8a9e\u3002jp, xn--wgv71a119e.jp",
        "\uff37\uff37\uff37.example, www.example",
        "\u2764\ufe0f.example, xn--qei.example",
        "\u2603.net, xn--n3h.net",
        "\u0440\u0444, xn--p1ai",
        "\u03bf\u03b4\u03bf\u03a3.gr, xn--pxavbq.gr",
        "\ud83d\ude00.example, xn--e28h.example",
        "m\u00fcnchen.de., xn--mnchen-3ya.de."
    })
    void convertsInternationalHost(String host, String ascii) throws Exception {
        assertThat(WebAddress.parse("https://" + host + "/").getHost()).isEqualTo(ascii);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "http://",
                "http:",
                "http://a b/",
                "http://[::1/",
                "http://a..b/",
                "http://./",
                "http://a%zz/",
                "http://a%20b/",
                "http://a<b/",
                "http://a:b/",
                "http://1.2.3.4.5/",
                "http://999.0.0.1/",
                "http://:80/",
                "http://a\uff0fb/",
                "//",
                "?"
            })
    void rejectsAddressThatNoBrowserAccepts(String address) {
        assertThatThrownBy(() -> WebAddress.parse(address))
                .isInstanceOf(FetchException.class)
                .hasMessage("not a valid address (example: https://example.com)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ftp://example.com/        | an address that starts with ftp: is not supported, only http: and https:
        file:///etc/passwd        | an address that starts with file: is not supported, only http: and https:
        mailto:x@example.com      | an address that starts with mailto: is not supported, only http: and https:
        http://127.0.0.1:99999/   | not a valid address: the port must be between 1 and 65535
        http://127.0.0.1:0/       | not a valid address: the port must be between 1 and 65535
        http://my_shop.example/   | Java's HTTP client does not support host names with an underscore
        """)
    void saysWhatIsWrongWithAddress(String address, String why) {
        assertThatThrownBy(() -> WebAddress.parse(address))
                .isInstanceOf(FetchException.class)
                .hasMessage(why);
    }

    /** The JVM replaces characters that the charset of the locale does not have, for example in the locale C. */
    @Test
    void explainsAddressThatLocaleHasDamaged() {
        assertThatThrownBy(() -> WebAddress.parse("http://h/K\ufffd\ufffdln"))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("LC_ALL=C.UTF-8");
    }

    @Test
    void convertsAddressInEveryLocale() throws Exception {
        Locale locale = Locale.getDefault();
        try {
            for (String tag : new String[] {"tr", "ar-EG-u-nu-arab", "th-TH-u-nu-thai"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));

                assertThat(WebAddress.parse("HTTP://I.example:80/\u00fc")).hasToString("http://i.example:80/%C3%BC");
            }
        } finally {
            Locale.setDefault(locale);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
        /new page -> http://h:1/new%20page
        c -> http://h:1/a/c
        ../c?x=a|b -> http://h:1/c?x=a%7Cb
        ./ -> http://h:1/a/
        ?r -> http://h:1/a/b?r
        #part -> http://h:1/a/b?q
        //other/p -> http://other/p
        \\\\other\\p -> http://other/p
        https://other -> https://other/
        HTTP://other/p -> http://other/p
        """)
    void resolvesTargetOfRedirect(String location, String uri) throws Exception {
        assertThat(WebAddress.resolve(URI.create("http://h:1/a/b?q"), location)).hasToString(uri);
    }

    @Test
    void sendsLoginOfAddress() throws Exception {
        try (var site = RawSite.start().respond("/", RawSite.page("<title>In</title>"));
                var web = new HttpWeb(new Limits(ofMinutes(2), 200_000, 4))) {
            Page page = web.fetch("http://Aladdin:open%20sesame@127.0.0.1:" + site.port() + "/");

            assertThat(page.title()).isEqualTo("In");
            assertThat(site.fields()).contains("Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
        }
    }

    @Test
    void fetchesAddressWithoutScheme() throws Exception {
        try (var site = RawSite.start().respond("/K%C3%B6ln?a%20b", RawSite.page("<title>Here</title>"));
                var web = new HttpWeb(new Limits(ofMinutes(2), 200_000, 4))) {
            assertThat(web.fetch("127.0.0.1:" + site.port() + "/K\u00f6ln?a b").title())
                    .isEqualTo("Here");
        }
    }
}

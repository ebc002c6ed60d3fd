package scraper.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is counted on a page. {@code scraper.BrowserTest} compares the numbers with those of a real browser. */
class PageTest {

    @Test
    void countsOnlyElementsWithTarget() throws Exception {
        Page page = page("""
            <a href="/one">1</a> <a name="here">no link</a> <a href="">here</a> <!-- <a href="/no"> -->
            <img usemap="#m"><map name="m"><area href="/area"><area nohref></map>\
            """);

        assertThat(page.links()).isEqualTo(3);
        assertThat(page.images()).isEqualTo(1);
    }

    @Test
    void ignoresElementsThatBrowserDoesNotShow() throws Exception {
        Page page = page("""
            <noscript><a href="/plain">plain</a><img></noscript><template><a href="/later"></a><img></template>
            <svg><title>A drawing</title><a href="/drawn"></a></svg>\
            """);

        assertThat(page).extracting(Page::links, Page::images, Page::title).containsExactly(0L, 0L, "");
    }

    @Test
    void titleIsOneLineWithoutControlCharacters() throws Exception {
        assertThat(page("<title>\n Two\n  lines &#27;[2J\u202e&#7;</title>").title())
                .isEqualTo("Two lines [2J");
    }

    @Test
    void countsCharactersInsteadOfBytes() throws Exception {
        assertThat(page("<p>Zo\u00eb \ud83d\ude00").characters()).isEqualTo(8);
    }

    @Test
    void charsetOfResponseTakesPrecedence() throws Exception {
        byte[] html = "<meta charset=utf-8><title>Zo\u00eb</title>".getBytes(ISO_8859_1);

        assertThat(Page.parse("http://x/", html, Optional.of(ISO_8859_1)).title())
                .isEqualTo("Zo\u00eb");
    }

    @Test
    void charsetOfPageIsUsedIfResponseHasNone() throws Exception {
        byte[] html = "<meta charset=iso-8859-1><title>Zo\u00eb</title>".getBytes(ISO_8859_1);
        Page page = Page.parse("http://x/", html, Optional.empty());

        assertThat(page.title()).isEqualTo("Zo\u00eb");
        assertThat(page.characters()).isEqualTo(html.length);
    }

    @Test
    void acceptsEmptyPage() throws Exception {
        assertThat(page("")).isEqualTo(new Page("http://x/", 0, "", 0, 0));
    }

    @Test
    void acceptsTenThousandNestedTags() throws Exception {
        assertThat(page("<div>".repeat(10_000) + "<a href=/end>").links()).isEqualTo(1);
    }

    private static Page page(String html) throws Exception {
        return Page.parse("http://x/", html.getBytes(UTF_8), Optional.<Charset>of(UTF_8));
    }
}

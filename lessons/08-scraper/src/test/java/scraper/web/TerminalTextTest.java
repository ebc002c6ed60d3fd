package scraper.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text of other machines must not control the terminal. */
@Timeout(180)
class TerminalTextTest {
    private static final String UNSAFE =
            "a\u001b[2J\u009b31m\u0007\u007f\u0090\u202eb\u2066\u200e\u200b\u00ad\ufeff\ud83dc";

    @Test
    void removesControlCharactersAndDirectionOverrides() {
        assertThat(TerminalText.of(UNSAFE)).isEqualTo("a[2J31mbc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n", "\t", "\u0085", "\u2028", "\u2029", "\u000b", "\f", " \r "})
    void replacesLineBreakBySpace(String lineBreak) {
        assertThat(TerminalText.of("mine" + lineBreak + "Fetched http://x/")).isEqualTo("mine Fetched http://x/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gr\u00fc\u00dfe \u4f60\u597d \ud83d\ude00",
                "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
                "\u05e9\u05dc\u05d5\u05dd",
                "\u2764\ufe0f"
            })
    void keepsTextOfEveryScriptAndEmoji(String text) {
        assertThat(TerminalText.of(text)).isEqualTo(text);
    }

    @Test
    void titleIsSafeToPrint() {
        byte[] html = ("<title>mine\r* forged" + UNSAFE + "</title>").getBytes(UTF_8);

        assertSafe(Page.parse("", html, Optional.empty()).title());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Type: text/\u009b31m\u202e", "Content-Encoding: br\u009b31m, br"})
    void messageThatQuotesHeaderIsSafeToPrint(String field) throws Exception {
        assertSafe(whyNot(RawSite.page("x", new String(field.getBytes(UTF_8), ISO_8859_1))));
        assertSafe(whyNot(RawSite.page("x", field.replace('\u202e', 'x'))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailto:\u009b31mred\u202e", "mailto:\u001b[31mred", "mailto:a\rb"})
    void messageThatQuotesLocationIsSafeToPrint(String location) throws Exception {
        String field = "Location: " + new String(location.getBytes(UTF_8), ISO_8859_1);

        assertSafe(whyNot(RawSite.response("302 Found", new byte[0], field)));
    }

    @Test
    void messageThatQuotesStatusLineIsSafeToPrint() throws Exception {
        assertSafe(whyNot("\u001b[2J\u009b31m 200 OK\r\n\r\n".getBytes(ISO_8859_1)));
    }

    @Test
    void messageIsShort() {
        assertThat(new FetchException("moved to /" + "x".repeat(8_000)).getMessage())
                .hasSize(200)
                .endsWith("...");
    }

    @ParameterizedTest
    @CsvSource({
        "PKIX failed: sun.security.provider.certpath.SunCertPathBuilderException: no path, PKIX failed: no path",
        "java.io.IOException: closed, closed",
        "java.nio.channels.ClosedChannelException, ''"
    })
    void messageContainsNoNameOfClass(String message, String detail) {
        var messages = new FailureMessages(new Limits(ofMinutes(1), 1_000, 1));

        assertThat(messages.of(new IOException(message)))
                .hasMessage("the connection broke" + (detail.isEmpty() ? "" : ": " + detail));
    }

    @Test
    void exceptionWithoutMessageIsExplained() {
        var messages = new FailureMessages(new Limits(ofMinutes(1), 1_000, 1));

        assertThat(messages.of(new IOException())).hasMessage("the connection broke");
        assertThat(messages.of(new IllegalStateException())).hasMessage("an error in the program");
    }

    private static void assertSafe(String text) {
        assertThat(text).isNotEmpty().doesNotContainPattern("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");
    }

    private static String whyNot(byte[] response) throws Exception {
        var why = new StringBuilder();
        try (var site = RawSite.start().respond("/", response);
                var web = new HttpWeb(new Limits(ofMinutes(2), 200_000, 4))) {
            assertThatThrownBy(() -> web.fetch(site.address("/")))
                    .isInstanceOf(FetchException.class)
                    .satisfies(failure -> why.append(failure.getMessage()));
        }
        return why.toString();
    }
}

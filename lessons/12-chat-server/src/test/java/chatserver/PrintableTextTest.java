package chatserver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTextTest {

    @ParameterizedTest(name = "U+{0}")
    @ValueSource(
            strings = {
                "0000",
                "0007",
                "000A",
                "000D",
                "001B",
                "007F", // ASCII
                "0085",
                "0090",
                "009B",
                "009D", // C1: next line, and commands of one character
                "00AD",
                "200B",
                "2060",
                "FEFF", // invisible
                "200E",
                "202A",
                "202E",
                "2066",
                "2069",
                "061C", // direction of text
                "2028",
                "2029", // line separators
                "D83D", // half of a surrogate pair
                "E0041" // tag
            })
    void replacesCharacterThatControlsOrHidesText(String hex) {
        int codePoint = Integer.parseInt(hex, 16);

        assertThat(PrintableText.of("a" + Character.toString(codePoint) + "b")).isEqualTo("a?b");
    }

    @Test
    void replacesTabBySpace() {
        assertThat(PrintableText.of("a\tb")).isEqualTo("a b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Gr\u00fc\u00dfe \u4f60\u597d \ud83d\ude00",
                "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
                "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
                "\u05e9\u05dc\u05d5\u05dd"
            })
    void keepsTextOfAllScripts(String text) {
        assertThat(PrintableText.of(text)).isEqualTo(text);
    }
}

package interleave.course.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WordWrapTest {
    @Test
    void breaksLongLineBetweenWords() {
        assertThat(printed(20, "[10:15] Ann: see you at the station\n"))
                .isEqualTo("[10:15] Ann: see you\nat the station\n");
    }

    @Test
    void continuesBelowTheFirstWord() {
        assertThat(printed(20, "    --only  runs some versions\n")).isEqualTo("    --only  runs\n    some versions\n");
    }

    @Test
    void leavesShortLinesAndLongWordsUnchanged() {
        assertThat(printed(10, "a  b\n\nhttp://127.0.0.1:8080/long end\n"))
                .isEqualTo("a  b\n\nhttp://127.0.0.1:8080/long\nend\n");
    }

    @Test
    void coloursTakeNoRoom() {
        assertThat(printed(10, "\033[1mone two\033[0m 34\n")).isEqualTo("\033[1mone two\033[0m 34\n");
    }

    @Test
    void everyWidthKeepsAllWords() {
        String text = "Connected to 127.0.0.1:8899 as 127.0.0.1:40000. Type a line; Ctrl-C leaves.";
        for (int width = 1; width < 90; width++) {
            int most = Math.max(width, "127.0.0.1:40000.".length());

            assertThat(printed(width, text + "\n").lines()).allMatch(line -> line.length() <= most);
            assertThat(printed(width, text + "\n").strip().split("\\s+")).containsExactly(text.split(" "));
        }
    }

    private static String printed(int width, String text) {
        var out = new ByteArrayOutputStream();
        WordWrap.of(new PrintStream(out, true, StandardCharsets.UTF_8), width).print(text);
        return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}

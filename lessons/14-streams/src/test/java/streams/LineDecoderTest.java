package streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The boundary between two chunks may be anywhere: in a line, in a character, in a line break. */
class LineDecoderTest {

    /** Characters of one to four bytes, and both line breaks. */
    private static final String TEXT = "a\r\n\u00fcber\n\n\u20ac 5\r\n\ud83d\ude80 go\r\n\r\nend";

    private static final List<String> LINES = List.of("a", "\u00fcber", "", "\u20ac 5", "\ud83d\ude80 go", "", "end");

    @Test
    void joinsWhatIsCutAtAnyByte() throws Exception {
        byte[] bytes = TEXT.getBytes(UTF_8);

        for (int cut = 0; cut <= bytes.length; cut++) {
            byte[] first = Arrays.copyOfRange(bytes, 0, cut);
            byte[] second = Arrays.copyOfRange(bytes, cut, bytes.length);
            var chunks = new Chunks(cut == 0 ? List.of(second) : List.of(first, second));

            assertThat(lines(chunks)).as("cut at byte %d", cut).isEqualTo(LINES);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 1_000})
    void joinsChunksOfAnySize(int size) throws Exception {
        assertThat(lines(Chunks.of(TEXT.getBytes(UTF_8), size))).isEqualTo(LINES);
    }

    @ParameterizedTest
    @EnumSource
    void everyVersionJoinsThem(Versions version) throws Exception {
        var handled = new ArrayList<String>();

        version.with(2).process(Chunks.of(TEXT.getBytes(UTF_8), 1), handled::add);

        assertThat(handled).isEqualTo(LINES);
    }

    @Test
    void carriageReturnInLineIsPartOfIt() throws Exception {
        assertThat(lines(Chunks.of("a\rb\r\r\n".getBytes(UTF_8), 1))).containsExactly("a\rb\r");
    }

    @Test
    void lastLineNeedsNoLineBreakAndIsNotRepeated() throws Exception {
        assertThat(lines(Chunks.of("a\nb".getBytes(UTF_8), 2))).containsExactly("a", "b");
        assertThat(lines(Chunks.of("a\nb\n".getBytes(UTF_8), 2))).containsExactly("a", "b");
        assertThat(lines(Chunks.of(new byte[0], 2))).isEmpty();
    }

    @Test
    void rejectsLineThatNeverEnds() throws Exception {
        var longest = new byte[LineDecoder.MAX_BYTES];
        assertThat(lines(Chunks.of(longest, 1_000)).getFirst()).hasSize(LineDecoder.MAX_BYTES);

        var tooLong = new byte[LineDecoder.MAX_BYTES + 1];
        assertThatThrownBy(() -> lines(Chunks.of(tooLong, 1_000)))
                .isInstanceOf(IOException.class)
                .hasMessage("a line is longer than 65536 bytes");
    }

    /** What happens in programs that decode each chunk separately. */
    @Test
    void decodingEachChunkBreaksCharacters() {
        byte[] bytes = "\u00fc".getBytes(UTF_8);

        assertThat(new String(bytes, 0, 1, UTF_8) + new String(bytes, 1, 1, UTF_8))
                .isEqualTo("\ufffd\ufffd");
    }

    private static List<String> lines(Source source) throws Exception {
        var lines = new Lines(source);
        var all = new ArrayList<String>();
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            all.add(line.get());
        }
        return all;
    }
}

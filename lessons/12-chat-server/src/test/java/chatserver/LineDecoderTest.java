package chatserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineDecoderTest {
    private final List<String> lines = new ArrayList<>();
    private final LineDecoder decoder =
            new LineDecoder(line -> lines.add(new String(line, UTF_8)), () -> lines.add("too long"));

    @RepeatedTest(100)
    void decodesSameLinesForAnySplit(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        byte[] bytes = ("Gr\u00fc\u00dfe\r\n\n\u4f60\u597d\n" + "x".repeat(ChatServer.LONGEST_LINE + 1) + "\nlast")
                .getBytes(UTF_8);

        for (int begin = 0; begin < bytes.length; ) {
            int end = Math.min(bytes.length, begin + 1 + random.nextInt(1 << random.nextInt(17)));
            decoder.decode(ByteBuffer.wrap(Arrays.copyOfRange(bytes, begin, end)));
            begin = end;
        }
        decoder.end();

        assertThat(lines).containsExactly("Gr\u00fc\u00dfe", "", "\u4f60\u597d", "too long", "last");
    }

    @Test
    void endAddsNothingAfterCompleteLine() {
        decoder.decode(ByteBuffer.wrap("bye\n".getBytes(UTF_8)));
        decoder.end();

        assertThat(lines).containsExactly("bye");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void lineEndDoesNotCountTowardsLongestLine(String lineEnd) {
        String longest = "x".repeat(ChatServer.LONGEST_LINE);

        for (byte each : (longest + lineEnd + longest + "y" + lineEnd + "next" + lineEnd).getBytes(UTF_8)) {
            decoder.decode(ByteBuffer.wrap(new byte[] {each}));
        }

        assertThat(lines).containsExactly(longest, "too long", "next");
    }

    @Test
    void carriageReturnInsideLineCounts() {
        String longest = "x".repeat(ChatServer.LONGEST_LINE - 1);

        decoder.decode(ByteBuffer.wrap((longest + "\r\r\n" + longest + "x\r\r\n\r\n").getBytes(UTF_8)));

        assertThat(lines).containsExactly(longest + "\r", "too long", "");
    }

    @Test
    void bytesWithoutLineEndTakeTokens() {
        assertThat(decoder.decode(ByteBuffer.allocate(50_000))).isZero();
        assertThat(lines).isEmpty();

        assertThat(decoder.decode(ByteBuffer.allocate(10_000_000))).isPositive();
        assertThat(lines).containsExactly("too long");
    }

    @Test
    void delaysNextReadOfFloodingClient() {
        byte[] line = ("x".repeat(49_999) + "\n").getBytes(UTF_8);

        decoder.decode(ByteBuffer.wrap(line));
        assertThat(decoder.decode(ByteBuffer.wrap(line))).isZero();
        for (int number = 0; number < 200; number++) {
            decoder.decode(ByteBuffer.wrap(line));
        }
        assertThat(decoder.decode(ByteBuffer.wrap(line))).isPositive();
    }
}

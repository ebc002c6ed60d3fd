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

class InboxTest {
    private final List<String> heard = new ArrayList<>();
    private final Inbox inbox = new Inbox(line -> heard.add(new String(line, UTF_8)), () -> heard.add("too long"));

    @RepeatedTest(100)
    void howTheBytesAreCutMakesNoDifference(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        byte[] bytes = ("Gr\u00fc\u00dfe\r\n\n\u4f60\u597d\n" + "x".repeat(ChatServer.LONGEST_LINE + 1) + "\nlast")
                .getBytes(UTF_8);

        for (int begin = 0; begin < bytes.length; ) {
            int end = Math.min(bytes.length, begin + 1 + random.nextInt(1 << random.nextInt(17)));
            inbox.receive(ByteBuffer.wrap(Arrays.copyOfRange(bytes, begin, end)));
            begin = end;
        }
        inbox.end();

        assertThat(heard).containsExactly("Gr\u00fc\u00dfe", "", "\u4f60\u597d", "too long", "last");
    }

    @Test
    void nothingIsHeardAfterACompleteLine() {
        inbox.receive(ByteBuffer.wrap("bye\n".getBytes(UTF_8)));
        inbox.end();

        assertThat(heard).containsExactly("bye");
    }

    @Test
    void whatIsSkippedCostsTheClientNothing() {
        for (int megabyte = 0; megabyte < 10; megabyte++) {
            assertThat(inbox.receive(ByteBuffer.allocate(1_000_000))).isZero();
        }

        assertThat(heard).containsExactly("too long");
    }

    @Test
    void whoFloodsIsReadLater() {
        byte[] line = ("x".repeat(49_999) + "\n").getBytes(UTF_8);

        inbox.receive(ByteBuffer.wrap(line));
        assertThat(inbox.receive(ByteBuffer.wrap(line))).isZero();
        for (int number = 0; number < 1_000; number++) {
            inbox.receive(ByteBuffer.wrap(line));
        }
        assertThat(inbox.receive(ByteBuffer.wrap(line))).isPositive();
    }
}

package streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.SideBySide;
import interleave.virtualtime.SideBySide.Main;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every version reads a real file and a real socket. */
@Timeout(300)
class MainsTest {

    private static final List<Main> ALL = List.of(
            AllLinesFirst::main,
            Sequential::main,
            UnboundedQueue::main,
            WithVirtualThreads::main,
            WithFlow::main,
            WithEventLoop::main,
            WithReactor::main);

    @ParameterizedTest
    @ValueSource(strings = {"file", "socket"})
    void countsAllLines(String source) throws Exception {
        assertThat(SideBySide.printedBy(ALL, source))
                .hasSameSizeAs(ALL)
                .allSatisfy(printed -> assertThat(printed).containsExactly("1,000 lines, 10 of them failed requests"));
    }

    @Test
    void rejectsUnknownArgument() {
        for (Main main : ALL) {
            assertThatThrownBy(() -> main.run("5"))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Unknown argument '5'. After --, this lesson accepts slow-handler, slow-source, leave,"
                            + " broken, file, socket.");
        }
    }
}

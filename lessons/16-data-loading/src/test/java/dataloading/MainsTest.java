package dataloading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.SideBySide;
import interleave.virtualtime.SideBySide.Main;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every version that keeps the order trains the same model on real files. */
@Timeout(300)
class MainsTest {

    private static final List<Main> IN_ORDER = List.of(
            Sequential::main,
            OneAhead::main,
            WithThreadPool::main,
            WithVirtualThreads::main,
            WithEventLoop::main,
            AllAtOnce::main);

    @ParameterizedTest
    @ValueSource(strings = {"files", "remote"})
    @Tag("slow")
    void trainsTheModelOfThePage(String files) throws Exception {
        assertThat(SideBySide.printedBy(IN_ORDER, files))
                .hasSameSizeAs(IN_ORDER)
                .allSatisfy(printed ->
                        assertThat(printed).containsExactly("Model 89ff6770 is right for 96.4 % of 500 new rows"));
    }

    @Test
    void rejectsUnknownArgument() {
        for (Main main : IN_ORDER) {
            assertThatThrownBy(() -> main.run("5"))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Unknown argument '5'. After --, this lesson accepts slow-loading, slow-training,"
                            + " computing, uneven, broken, stop, files, remote.");
        }
    }
}

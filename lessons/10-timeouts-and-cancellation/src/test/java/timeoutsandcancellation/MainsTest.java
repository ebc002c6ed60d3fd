package timeoutsandcancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import interleave.virtualtime.SideBySide;
import interleave.virtualtime.SideBySide.Main;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the versions print over real sockets, and that README.md shows the same. */
@Timeout(300)
class MainsTest {

    private static final List<Main> ALL = List.of(
            Sequential::main,
            WithThreadPool::main,
            WithEventLoop::main,
            WithVirtualThreads::main,
            WithCompletableFuture::main);

    @Test
    void readmeShowsOutputOfVersions() throws Exception {
        assumeThat(Runtime.version().feature()).isEqualTo(25); // a later release limits the body, too
        var printed = new ArrayList<String>();
        SideBySide.printedBy(List.of(WithVirtualThreads::main, WithCompletableFuture::main), "http")
                .forEach(printed::addAll);

        assertThat(linesAfter("completable-future -- http")).isEqualTo(printed);
    }

    @Test
    void versionsThatStopFetchFreeTheServer() throws Exception {
        List<Main> stopping = List.of(WithThreadPool::main, WithEventLoop::main, WithVirtualThreads::main);

        assertThat(SideBySide.printedBy(stopping, "http"))
                .hasSameSizeAs(stopping)
                .allSatisfy(printed -> assertThat(printed)
                        .hasSize(6)
                        .endsWith("Gave up: the deadline of the page has passed", "The server has noticed"));
    }

    @Test
    void rejectsUnknownArgument() {
        for (Main main : ALL) {
            assertThatThrownBy(() -> main.run("5"))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Unknown argument '5'. After --, this lesson accepts slow, hangs, cancel, retries,"
                            + " interrupt, cleanup, computation or http.");
        }
    }

    /** The lines of the versions, which start with a time, without the time. Headings have none. */
    private static List<String> linesAfter(String command) throws Exception {
        String page = Files.readString(Path.of("README.md"));
        String block = page.substring(page.indexOf(command), page.indexOf("```", page.indexOf(command)));
        return block.lines()
                .filter(line -> line.matches(" +\\d+\\.\\d s  .*"))
                .map(line -> line.replaceFirst(" +\\d+\\.\\d s  ", ""))
                .toList();
    }
}

package limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.SideBySide;
import interleave.virtualtime.SideBySide.Main;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the versions print, and that README.md shows the same, except for times. */
@Timeout(300)
class MainsTest {

    private static final List<Main> IN_ORDER = List.of(
            Sequential::main, WithThreadPool::main, WithEventLoop::main, WithVirtualThreads::main, NoLimit::main);

    @Test
    void readmeShowsOutputOfVersions() throws Exception {
        var printed = new ArrayList<String>();
        SideBySide.printedBy(IN_ORDER).forEach(printed::addAll);

        assertThat(linesAfter("$ ./lesson limits")).isEqualTo(withoutTimes(printed));
    }

    @Test
    void cancelledVersionLeavesNoRequestInProgress() throws Exception {
        assertThat(SideBySide.printedBy(IN_ORDER, "cancel"))
                .hasSameSizeAs(IN_ORDER)
                .allSatisfy(printed -> assertThat(printed).hasSize(2).first().isEqualTo("Cancelled"));
    }

    @Test
    void rejectsUnknownArgument() {
        for (Main main : IN_ORDER) {
            assertThatThrownBy(() -> main.run("5"))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("'5' is not an argument of this lesson.\nIt accepts the word cancel, or nothing.");
        }
    }

    /** The lines of the versions, which start with a time. Headings do not. */
    private static List<String> linesAfter(String command) throws Exception {
        String page = Files.readString(Path.of("README.md"));
        String block = page.substring(page.indexOf(command), page.indexOf("```", page.indexOf(command)));
        return withoutTimes(block.lines()
                .filter(line -> line.matches(" +\\d+\\.\\d s  .*"))
                .map(line -> line.replaceFirst(" +\\d+\\.\\d s  ", ""))
                .toList());
    }

    /** A slow machine may send requests so late that fewer of them overlap at the server. */
    private static List<String> withoutTimes(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceAll("\\d+\\.\\d s", "T s").replaceAll("up to [2-5] at", "up to N at"))
                .map(line -> line.replaceAll("\\d+ times 200, \\d+ times 429", "N times 200, N times 429")
                        .replaceAll("rejected [1-9]\\d*", "rejected N"))
                .toList();
    }
}

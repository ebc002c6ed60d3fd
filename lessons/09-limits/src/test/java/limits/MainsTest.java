package limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import limits.SideBySide.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a student sees, and what the lesson's page shows of it: everything that does not depend on time. */
@Timeout(300)
class MainsTest {

    private static final List<Main> IN_ORDER = List.of(
            Sequential::main, WithThreadPool::main, WithEventLoop::main, WithVirtualThreads::main, NoLimit::main);

    @Test
    void thePageShowsWhatTheVersionsPrint() throws Exception {
        var printed = new ArrayList<String>();
        SideBySide.printedBy(IN_ORDER).forEach(printed::addAll);

        assertThat(shownAfter("$ ./lesson limits")).isEqualTo(withoutTimes(printed));
    }

    @Test
    void aCancelledVersionLeavesTheServerInPeace() throws Exception {
        assertThat(SideBySide.printedBy(IN_ORDER, "cancel"))
                .hasSameSizeAs(IN_ORDER)
                .allSatisfy(printed -> assertThat(printed).hasSize(2).first().isEqualTo("Given up"));
    }

    @Test
    void aWordThatMeansNothingIsRefusedInWords() {
        for (Main main : IN_ORDER) {
            assertThatThrownBy(() -> main.run("5"))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("'5' is not an argument of this lesson.\nIt accepts the word cancel, or nothing.");
        }
    }

    /** The lines of versions have their time in front, those of the course have not. */
    private static List<String> shownAfter(String command) throws Exception {
        String page = Files.readString(Path.of("README.md"));
        String block = page.substring(page.indexOf(command), page.indexOf("```", page.indexOf(command)));
        return withoutTimes(block.lines()
                .filter(line -> line.matches(" +\\d+\\.\\d s  .*"))
                .map(line -> line.replaceFirst(" +\\d+\\.\\d s  ", ""))
                .toList());
    }

    /** A slow machine may send requests so late that fewer meet at the server. */
    private static List<String> withoutTimes(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceAll("\\d+\\.\\d s", "T s").replaceAll("had [2-5] at", "had N at"))
                .map(line -> line.replaceAll("\\d+ times 200, \\d+ times 429", "N times 200, N times 429")
                        .replaceAll("turned [1-9]\\d* away", "turned N away"))
                .toList();
    }
}

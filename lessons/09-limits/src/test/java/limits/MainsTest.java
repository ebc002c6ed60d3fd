package limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a student sees, and what the lesson's page shows of it: everything that does not depend on time. */
@Timeout(300)
class MainsTest {

    interface Main {
        void run(String... words) throws Exception;
    }

    private static final List<Main> IN_ORDER = List.of(
            Sequential::main, WithThreadPool::main, WithEventLoop::main, WithVirtualThreads::main, NoLimit::main);

    @Test
    void thePageShowsWhatTheVersionsPrint() throws Exception {
        var printed = new ArrayList<String>();
        for (Main main : IN_ORDER) {
            printed.addAll(printedBy(main));
        }

        assertThat(shownAfter("$ ./lesson limits")).isEqualTo(withoutTimes(printed));
    }

    @Test
    void aCancelledVersionLeavesTheServerInPeace() throws Exception {
        for (Main main : IN_ORDER) {
            assertThat(printedBy(main, "cancel")).hasSize(2).first().isEqualTo("Given up");
        }
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

    private static List<String> printedBy(Main main, String... words) throws Exception {
        PrintStream out = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            main.run(words);
        } finally {
            System.setOut(out);
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}

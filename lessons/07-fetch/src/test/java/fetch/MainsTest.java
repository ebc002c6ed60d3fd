package fetch;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The output of the versions, which the lesson's page shows, except for the times. */
@Timeout(300)
class MainsTest {

    private static final List<Main> IN_ORDER = List.of(
            Sequential::main,
            WithThreadPool::main,
            WithEventLoop::main,
            WithVirtualThreads::main,
            WithVertxClient::main,
            VertxWithLargePool::main);

    @Test
    void pageShowsOutputOfVersions() throws Exception {
        var printed = new ArrayList<String>();
        SideBySide.printedBy(IN_ORDER, "100").forEach(printed::addAll);

        assertThat(shownAfter("$ ./lesson fetch -- 100")).isEqualTo(withoutTimes(printed));
    }

    @Test
    void printsNamesOfThreeUsers() throws Exception {
        assertThat(withoutTimes(SideBySide.printedBy(List.<Main>of(WithVirtualThreads::main))
                        .getFirst()))
                .containsExactly("Fetched User 1, User 2, User 3 in T s; the ideal is T s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "10001", "3 4"})
    void rejectsInvalidNumberOfUsers(String words) {
        for (Main main : IN_ORDER) {
            assertThatThrownBy(() -> main.run(words.split(" ")))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("'" + words
                            + "' is not a number of users.\n"
                            + "This lesson accepts one number from 1 to 10000: how many users to fetch.");
        }
    }

    @ParameterizedTest
    @CsvSource({"20000, 10000, 9000", "20199, 10000, 9000", "1024, 500, 412", "210, 10, 5"})
    void rejectsMoreUsersThanOpenFilesAllowAndSuggestsNumber(long files, int users, int suggested) {
        assertThatThrownBy(() -> Example.withOpenFiles(files, "" + users))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(users + " users at once need " + (2 * users + 200) + " open files")
                .hasMessageContaining("\nThis process may have " + files + " open")
                .hasMessageEndingWith("\nFetch fewer users, such as: " + suggested);
    }

    @ParameterizedTest
    @CsvSource({"20200, 10000", "1024, 412", "10240, 5000"})
    void acceptsAsManyUsersAsOpenFilesAllow(long files, int users) {
        assertThat(Example.withOpenFiles(files, "" + users).users()).isEqualTo(users);
    }

    /** Returns the lines of the versions, which start with a time, without that time. */
    private static List<String> shownAfter(String command) throws Exception {
        String page = Files.readString(Path.of("README.md"));
        String block = page.substring(page.indexOf(command), page.indexOf("```", page.indexOf(command)));
        return withoutTimes(block.lines()
                .filter(line -> line.matches(" +\\d+\\.\\d s  .*"))
                .map(line -> line.replaceFirst(" +\\d+\\.\\d s  ", ""))
                .toList());
    }

    private static List<String> withoutTimes(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceAll("\\d+\\.\\d s", "T s"))
                .toList();
    }
}

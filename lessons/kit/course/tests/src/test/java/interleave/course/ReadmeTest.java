package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.course.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page is true: its code is in the compiled sources, its outputs are those of the commands, its links exist. */
class ReadmeTest {
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    /** A command and its output; a line of three dots stands for omitted lines. */
    private static final Pattern SESSION = Pattern.compile("```text\n\\$ \\./lesson (.*?)```", Pattern.DOTALL);

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");

    static List<Path> pages() throws IOException {
        return SourceTree.below(CommandRun.COURSE, ".md");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) throws IOException {
        List<String> links =
                found(LINK, page).filter(link -> !link.startsWith("http")).toList();

        assertThat(links)
                .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyJavaBlockIsInTheSourcesBesideIt(Path page) throws IOException {
        String sources = sourcesBelow(page.resolveSibling(""));

        assertThat(found(JAVA_BLOCK, page))
                .allSatisfy(block -> assertThat(sources).contains(normal(block)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void outputInPageMatchesItsCommand(Path page) throws IOException {
        assertThat(found(SESSION, page)).allSatisfy(session -> {
            List<String> lines = session.lines().toList();
            String printed = printedBy(lines.getFirst().split(" "));
            String shown = String.join("\n", lines.subList(1, lines.size()));
            assertThat(shown.split("(?m)^\\.\\.\\.$"))
                    .allSatisfy(part -> assertThat(printed).contains(part.strip()));
        });
    }

    @Test
    void readmeShowsARun() throws IOException {
        assertThat(found(SESSION, CommandRun.COURSE.resolve("README.md"))).isNotEmpty();
    }

    private static String printedBy(String... words) {
        CommandRun run = CommandRun.lesson(words);
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        return run.printed();
    }

    private static Stream<String> found(Pattern pattern, Path page) throws IOException {
        return pattern.matcher(Files.readString(page)).results().map((MatchResult match) -> match.group(1));
    }

    private static String sourcesBelow(Path folder) throws IOException {
        return SourceTree.below(folder, ".java").stream()
                .map(ReadmeTest::content)
                .map(ReadmeTest::normal)
                .collect(Collectors.joining("\n"));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Without comments of whole lines, and without white space, since a page breaks lines elsewhere than a source. */
    private static String normal(String code) {
        return code.lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("//"))
                .collect(Collectors.joining())
                .replaceAll("\\s+", "");
    }
}

package scraper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scraper.Versions.Version;
import scraper.web.Gazette;
import scraper.web.HttpWeb;
import scraper.web.Limits;
import scraper.web.Page;

/** What a run prints, and that README.md shows the same. */
@Timeout(180)
class PrintedTest {
    private final PrintStream realOut = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    static List<?> everyVersion() {
        return Versions.all();
    }

    /** The first fetch loads many classes. On a busy machine, it might take longer than the timeout. */
    @BeforeAll
    static void loadClientClasses() throws Exception {
        try (var gazette = Gazette.open(ZERO);
                var web = new HttpWeb(new Limits(ofMinutes(2), 200_000, 1))) {
            web.fetch(gazette.pages().getFirst());
        }
    }

    @BeforeEach
    void captureOutput() {
        System.setOut(new PrintStream(printed, true, UTF_8));
    }

    @AfterEach
    void restoreOutput() {
        System.setOut(realOut);
    }

    /** Lines of addresses may appear in any order, but not those of the summary. Ports and times vary between runs. */
    @ParameterizedTest
    @MethodSource("everyVersion")
    void printsWhatReadmeShows(Version version) throws Exception {
        List<String> shown = linesInReadme();
        assertThat(shown).hasSize(11 + 6);

        try (var gazette = Gazette.open(ZERO)) {
            Example.scrape(Example.allAddresses(gazette), Example.LOCAL, version::of);
        }

        List<String> lines =
                lines().stream().map(PrintedTest::withoutVaryingParts).toList();
        assertThat(lines.subList(0, 11)).containsExactlyInAnyOrderElementsOf(shown.subList(0, 11));
        assertThat(lines.subList(11, lines.size())).isEqualTo(shown.subList(11, shown.size()));
    }

    @Test
    void everyMainExplainsInvalidAddresses() throws Exception {
        String[] invalid = {"ftp://example.com", "no.such.host.invalid"};

        Sequential.main(invalid);
        WithThreadPool.main(invalid);
        WithEventLoop.main(invalid);
        WithVirtualThreads.main(invalid);

        assertThat(lines())
                .filteredOn(line -> line.startsWith("Failed to fetch "))
                .hasSize(8);
        assertThat(lines())
                .filteredOn(line -> line.startsWith("0 of 2 pages in "))
                .hasSize(4);
        assertThat(lines()).hasSize(12);
    }

    @Test
    void shortensLongTitle() throws Exception {
        Example.print(List.of(new Result.Fetched(new Page("http://x/", 1, "\ud83d\ude00".repeat(61), 0, 0))), ZERO);

        assertThat(lines().getLast()).endsWith("  " + "\ud83d\ude00".repeat(57) + "...");
    }

    @Test
    void lineOfResultIsSafeToPrint() {
        assertThat(new Result.Failed("http://x/\u001b[2J\r", "why\u202e\n"))
                .hasToString("Failed to fetch http://x/[2J : why");
        assertThat(new Result.Fetched(new Page("http://x/\u009b31m", 1, "", 0, 0)))
                .hasToString("Fetched http://x/31m: 1 characters");
    }

    @Test
    void printsAsciiDigitsInEveryLocale() {
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            Example.print(List.of(new Result.Fetched(new Page("http://x/", 1, "Title", 23, 4))), ofMinutes(1));
        } finally {
            Locale.setDefault(locale);
        }

        assertThat(lines())
                .containsExactly("1 of 1 pages in 60.0 s", "  links  images  title", "     23       4  Title");
    }

    private List<String> lines() {
        return printed.toString(UTF_8).lines().toList();
    }

    /** The lines of the block that shows one version, without its title and without the times before each line. */
    private static List<String> linesInReadme() throws Exception {
        String page = Files.readString(Path.of("README.md"));
        String block = page.substring(page.indexOf("```text\nVirtual threads: "));
        UnaryOperator<String> bare = line -> line.replaceFirst("^ +\\d+\\.\\d s  ", "");
        return new ArrayList<>(block.substring(0, block.indexOf("```", 3))
                .lines()
                .skip(2)
                .map(bare)
                .map(PrintedTest::withoutVaryingParts)
                .toList());
    }

    private static String withoutVaryingParts(String line) {
        return line.replaceAll("127\\.0\\.0\\.1:\\d+", "HOST")
                .replaceFirst(" in \\d+\\.\\d s$", " in TIME")
                .replaceFirst("the connection broke: .*", "the connection broke");
    }
}

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

/** What a student sees of a run, and that the lesson's page shows the same. */
@Timeout(180)
class PrintedTest {
    private final PrintStream realOut = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    static List<?> everyVersion() {
        return Versions.all();
    }

    /** The first page of a JVM takes long: so long that a machine with much to do might give it up. */
    @BeforeAll
    static void loadTheClient() throws Exception {
        try (var gazette = Gazette.open(ZERO);
                var web = new HttpWeb(new Limits(ofMinutes(2), 200_000, 1))) {
            web.fetch(gazette.pages().getFirst());
        }
    }

    @BeforeEach
    void takeTheOutput() {
        System.setOut(new PrintStream(printed, true, UTF_8));
    }

    @AfterEach
    void restoreTheOutput() {
        System.setOut(realOut);
    }

    /** The lines of the addresses in any order, the summary in its own; ports and times are other ones each time. */
    @ParameterizedTest
    @MethodSource("everyVersion")
    void printsWhatReadmeShows(Version version) throws Exception {
        List<String> shown = linesOnThePage();
        assertThat(shown).hasSize(11 + 6);

        try (var gazette = Gazette.open(ZERO)) {
            Example.scrape(Example.everythingAt(gazette), Example.HERE, version::of);
        }

        List<String> lines =
                lines().stream().map(PrintedTest::withoutWhatDiffers).toList();
        assertThat(lines.subList(0, 11)).containsExactlyInAnyOrderElementsOf(shown.subList(0, 11));
        assertThat(lines.subList(11, lines.size())).isEqualTo(shown.subList(11, shown.size()));
    }

    @Test
    void everyMainPrintsWhatIsWrongWithAddresses() throws Exception {
        String[] wrong = {"example.com", "http://no.such.host.invalid"};

        Sequential.main(wrong);
        WithThreadPool.main(wrong);
        WithEventLoop.main(wrong);
        WithVirtualThreads.main(wrong);

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

    private List<String> lines() {
        return printed.toString(UTF_8).lines().toList();
    }

    /** Of the block that shows one version, without the title and without the times in front. */
    private static List<String> linesOnThePage() throws Exception {
        String page = Files.readString(Path.of("README.md"));
        String block = page.substring(page.indexOf("```text\nVirtual threads: "));
        UnaryOperator<String> bare = line -> line.replaceFirst("^ +\\d+\\.\\d s  ", "");
        return new ArrayList<>(block.substring(0, block.indexOf("```", 3))
                .lines()
                .skip(2)
                .map(bare)
                .map(PrintedTest::withoutWhatDiffers)
                .toList());
    }

    private static String withoutWhatDiffers(String line) {
        return line.replaceAll("127\\.0\\.0\\.1:\\d+", "HOST")
                .replaceFirst(" in \\d+\\.\\d s$", " in TIME")
                .replaceFirst("the connection broke: .*", "the connection broke");
    }
}

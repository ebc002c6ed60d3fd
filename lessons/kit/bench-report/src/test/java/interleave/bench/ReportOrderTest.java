package interleave.bench;

import static interleave.bench.HandMade.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report says what was measured, then the results, then how to read them, and at last what is missing. */
class ReportOrderTest {
    private static final String INTRODUCTION = "Reports of two database queries each, over ten connections. The server"
            + " waits for 5 ms in each query. Database: h2. Mean time of one call for 10 and 100 reports: lower is"
            + " better.";
    private static final String NOTE = "Some 40 ms of each query are due to the set-up.";

    @TempDir
    private Path folder;

    private Results results;

    @BeforeEach
    void measure() {
        results = HandMade.results(
                folder,
                "some.json",
                new Machine(Map.of("processors", "2", "load before", "1.9")),
                row("ContextManagerBenchmark.jdbcOnThreadPool", "database=h2 pauseMillis=5 reports=10", 11, 1),
                row("ContextManagerBenchmark.jdbcOnThreadPool", "database=h2 pauseMillis=5 reports=100", 110, 90),
                row("ContextManagerBenchmark.vertxOnEventLoop", "database=h2 pauseMillis=5 reports=10", 99, 1),
                row("ContextManagerBenchmark.jdbcSequential", "database=h2 pauseMillis=5 reports=100", 130, 90));
    }

    @Test
    void page() {
        assertThat(new HtmlReport(results).page())
                .containsSubsequence(
                        "<h2>context manager</h2>",
                        INTRODUCTION,
                        "not compared, see the note",
                        "Note on vertx on event loop: " + NOTE,
                        "TCP_NODELAY",
                        "<svg",
                        "<table>",
                        "How to read these numbers",
                        "Measured too briefly to tell: the interval is wider than ± 50 % of the mean",
                        "The machine was busy before the run",
                        "What is missing",
                        "Not measured: the rest (no time).",
                        "The machine");
    }

    @Test
    void terminal() {
        List<String> lines = new TextReport(results, 80, true).lines();

        assertThat(String.join(" ", lines).replaceAll(" +", " "))
                .startsWith("context manager " + INTRODUCTION)
                .containsSubsequence(
                        "10 reports 100 reports",
                        "not compared, see the note",
                        "Note on vertx on event loop: " + NOTE,
                        "Each number is a mean",
                        "Measured too briefly to tell:",
                        "The machine was busy before the run")
                .endsWith("Not measured: the rest (no time).");
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }
}

package interleave.bench;

import static interleave.bench.HandMade.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
    @TempDir
    private Path folder;

    @Test
    void pageNeedsNeitherScriptNorNetwork() {
        assertThat(page()).doesNotContain("<script", "http://", "https://", "url(", "@import", "<link");
    }

    @Test
    void pageContainsVerdictsAndTables() {
        assertThat(page())
                .contains(
                        "1,000 guests: event loop 1.40 ms; sequential 1,081 ms: 770 times slower",
                        "<th scope=\"row\">sequential</th><td>3.20 ms ± 0.10</td><td>1,081 ms ± 4</td>",
                        "Not measured: the rest (no time).",
                        "&lt;Fast &amp; Co&gt;")
                .doesNotContain("<Fast");
    }

    @Test
    void pageContainsChartsWithErrorBars() {
        assertThat(page())
                .contains(
                        "Time against guests, both axes logarithmic",
                        "Times faster than sequential against guests",
                        "all waits overlap",
                        "2 processors",
                        "class=\"error\"",
                        "<title>event loop, 1,000 guests: 1.40 ms ± 0.10</title>");
    }

    @Test
    void groupOfOneSizeHasChartOfItsVariants() {
        String page = new HtmlReport(HandMade.results(
                        folder,
                        "one.json",
                        new Machine(Map.of()),
                        row("GreetBenchmark.eventLoop", "guests=3", 1.1, 0.1),
                        row("GreetBenchmark.sequential", "guests=3", 3.2, 0.1)))
                .page();

        assertThat(page)
                .contains(
                        "<title>sequential, 3 guests: 3.20 ms ± 0.10</title>", "Mean time of one call: lower is better")
                .containsOnlyOnce("<svg");
    }

    @Test
    void chartsContainOnlyFiniteNumbers() {
        assertThat(page()).doesNotContain("NaN", "Infinity");
    }

    @Tag("slow")
    @Test
    void browserShowsEverythingInsideTheCharts() throws IOException, InterruptedException {
        Optional<Path> browser = browser();
        assumeTrue(browser.isPresent(), "this test needs chromium");
        Path file = Files.writeString(folder.resolve("page.html"), page().replace("</body>", """
            <pre id="seen"></pre><script>
            const outside = [...document.querySelectorAll('.chart')].flatMap(chart => {
              const frame = chart.getBoundingClientRect();
              return [...chart.querySelectorAll('.mark, text')].filter(part => {
                const box = part.getBoundingClientRect();
                return box.left < frame.left || box.right > frame.right
                  || box.top < frame.top || box.bottom > frame.bottom;
              });
            });
            document.getElementById('seen').textContent = 'charts ' + document.querySelectorAll('.chart').length
              + ', outside ' + outside.length;
            </script></body>\
            """));

        var process = new ProcessBuilder(
                        browser.get().toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--window-size=1280,2000",
                        "--dump-dom",
                        file.toUri().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String dom = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(dom).contains("charts 2, outside 0");
    }

    private String page() {
        return new HtmlReport(HandMade.results(
                        folder,
                        "some.json",
                        new Machine(Map.of("processors", "2", "processor", "<Fast & Co>")),
                        row("GreetBenchmark.eventLoop", "guests=3", 1.1, 0.1),
                        row("GreetBenchmark.eventLoop", "guests=1000", 1.4, 0.1),
                        row("GreetBenchmark.sequential", "guests=3", 3.2, 0.1),
                        row("GreetBenchmark.sequential", "guests=1000", 1081, 4),
                        row("GreetBenchmark.threadPool", "guests=3", 2, 5)))
                .page();
    }

    private static Optional<Path> browser() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(path -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(path, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}

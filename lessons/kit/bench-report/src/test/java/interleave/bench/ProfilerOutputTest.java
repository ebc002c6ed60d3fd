package interleave.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a result of {@code ./lesson bench greet -- -prof gc -prof stack}. */
class ProfilerOutputTest {
    @TempDir
    private Path folder;

    private Results results;

    @BeforeEach
    void read() throws IOException {
        Path file = folder.resolve("profiled.json");
        try (var recorded = ProfilerOutputTest.class.getResourceAsStream("profiled.json")) {
            Files.copy(recorded, file);
        }
        results = HandMade.described(file, new Machine(Map.of()));
    }

    @Test
    void terminalShowsNumbersOfProfilersBelowTheirGroup() {
        assertThat(new TextReport(results, 80, true).lines())
                .containsSubsequence(
                        "gc.alloc.rate.norm: memory allocated per call",
                        "                         3 guests",
                        "  sequential   2,393 B/op ± 3,011",
                        "  event loop    21,351 B/op ± 906")
                .containsSubsequence("gc.count: garbage collections while measuring", "  event loop          0")
                .noneMatch(line -> line.contains("NaN") || line.length() > 80);
    }

    @Test
    void terminalShowsStartOfProfilersText() {
        assertThat(new TextReport(results, 80, true).lines())
                .containsSubsequence(
                        "-prof stack, event loop, 3 guests",
                        "   65.3%         TIMED_WAITING",
                        "   33.3%         RUNNABLE",
                        "  (the page has all lines)");
    }

    @Test
    void pageShowsEverythingOfProfilers() {
        assertThat(new HtmlReport(results).page())
                .contains(
                        "<h3>gc.alloc.rate.norm: memory allocated per call</h3>",
                        "<td>21,351 B/op ± 906</td>",
                        "<summary>-prof stack, sequential, 3 guests</summary>",
                        " 33.3%  50.0% java.lang.Thread.sleepNanos0");
    }

    @Test
    void profilersDoNotChangeTheVerdict() {
        assertThat(RowGroup.of(results.rows()))
                .singleElement()
                .extracting(RowGroup::verdicts)
                .asString()
                .contains("event loop", "sequential")
                .doesNotContain("B/op");
    }

    @Test
    void readsNamesOfOlderJmh() throws IOException {
        Path file = folder.resolve("profiled.json");
        Files.writeString(file, Files.readString(file).replace("\"gc.count\"", "\"\u00b7gc.count\""));

        assertThat(Results.read(file).rows().getFirst().profiled().keySet())
                .containsExactlyElementsOf(List.of("gc.alloc.rate", "gc.alloc.rate.norm", "gc.count"));
    }
}

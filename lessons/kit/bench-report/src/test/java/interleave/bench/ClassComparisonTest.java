package interleave.bench;

import static interleave.bench.HandMade.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The results of a class of thirty. */
class ClassComparisonTest {
    private static final int STUDENTS = 30;

    @TempDir
    private Path folder;

    private Comparison comparison;

    @BeforeEach
    void measure() {
        var results = new ArrayList<>(IntStream.rangeClosed(1, STUDENTS)
                .mapToObj(student -> HandMade.results(
                        folder,
                        "student" + student + ".json",
                        new Machine(Map.of(
                                "processor",
                                "Intel(R) Core(TM) i5-8250U CPU @ 1.60GHz",
                                "processors",
                                student % 2 == 0 ? "8" : "16",
                                "system",
                                "Linux 6.8.0-45-generic, amd64",
                                "load before",
                                "0." + student)),
                        row("GreetBenchmark.eventLoop", "guests=3", student, 0.1),
                        row("GreetBenchmark.eventLoop", "guests=1000", student, 0.1),
                        row("GreetBenchmark.threadPoolWithAVeryLongNameForOneColumn", "guests=3", 20, 0.1),
                        row("ChatServerBenchmark.netty", "clients=200", 12_345.6, "1", "ops/ms", 2)))
                .toList());
        Collections.shuffle(results, new Random(1));
        comparison = new Comparison(results, new CourseVersion("1.0", "abc", "def"));
    }

    @Test
    void fitsTheTerminal() {
        for (int width : new int[] {60, 80, 120}) {
            assertThat(comparison.lines(width, true))
                    .hasSizeLessThan(100)
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
        }
    }

    @Test
    void sortsTwoBeforeTen() {
        String names = String.join("\n", comparison.lines(80, true));

        assertThat(names)
                .containsSubsequence(IntStream.rangeClosed(1, STUDENTS)
                        .mapToObj(student -> "student" + student + ": ")
                        .toList())
                .containsSubsequence("student1, student2, student3", "student10")
                .containsSubsequence("greet, 3 guests", "greet, 1,000 guests");
        assertThat(comparison.page()).containsSubsequence(">student1<", ">student2<", ">student10<");
    }

    @Test
    void showsBestMedianAndWorstMachine() {
        assertThat(comparison.lines(120, true))
                .anyMatch(line -> line.matches(" +best +median +worst"))
                .anyMatch(line -> line.matches(" +event loop +1.00 ms student1 +16.0 ms +30.0 ms student30"))
                .contains("  Best mean on 20 of 30 machines: event loop.")
                .contains("differs: processors: 8 (15 machines); 16 (15 machines)")
                .contains("differs: load before: 30 different values, see the page");
    }

    @Test
    void comparesWithMedianMachine() {
        assertThat(comparison.lines(80, true))
                .contains("student8: 0.76 times the median (median of 4 rows, from 0.52 to 1.00)");
    }

    @Test
    void pageHasChartWithLineForEachMachine() {
        String page = comparison.page();

        assertThat(page.split("<svg", -1)).hasSize(1 + 4);
        assertThat(page)
                .contains(
                        "Mean time of one call: lower is better",
                        "<title>student7, event loop: 7.00 ms ± 0.10</title>",
                        "<th scope=\"row\">student7</th><td>7.00 ms ± 0.10</td>")
                .doesNotContain("NaN", "Infinity", "<script");
    }

    @Test
    void distinguishesResultsOfTheSameName() {
        Results ann = HandMade.results(
                folder, "ann.json", new Machine(Map.of()), row("GreetBenchmark.eventLoop", "guests=3", 1, 0.1));

        assertThat(new Comparison(List.of(ann, ann), new CourseVersion("1.0", "abc", "def")).lines(80, true))
                .anyMatch(line -> line.startsWith("ann (2): "));
    }
}

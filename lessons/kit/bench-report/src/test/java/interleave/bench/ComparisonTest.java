package interleave.bench;

import static interleave.bench.HandMade.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    private static final CourseVersion COURSE = new CourseVersion("1.0", "abc", "def");

    @TempDir
    private Path folder;

    @Test
    void comparesRowsAndListsDifferencesOfMachines() {
        Results ann = HandMade.results(
                folder,
                "ann.json",
                new Machine(Map.of("processors", "2", "JDK", "25")),
                row("GreetBenchmark.eventLoop", "guests=3", 10, 0.1),
                row("GreetBenchmark.sequential", "guests=3", 30, 5));
        Results bob = HandMade.results(
                folder,
                "bob.json",
                new Machine(Map.of("processors", "8", "JDK", "25")),
                row("GreetBenchmark.eventLoop", "guests=3", 20, 0.1),
                row("GreetBenchmark.sequential", "guests=3", 33, 5));

        List<String> lines = new Comparison(List.of(ann, bob), COURSE).lines(85, true);

        assertThat(lines)
                .anyMatch(line -> line.matches(" +event loop +10.0 ms . 0.1 +20.0 ms . 0.1 +ann; bob: 2 times slower"))
                .anyMatch(line -> line.matches(" +ann, bob: not distinguishable"))
                .containsSubsequence(
                        "bob takes 1.55 times as long as ann (median of 2 rows, from 1.10 to 2.00); 1",
                        "distinguishable.",
                        "differs: processors: 2 (ann); 8 (bob)")
                .noneMatch(line -> line.contains("differs: JDK"));
    }

    @Test
    void showsRowThatOnlyOneMachineMeasured() {
        Results ann = HandMade.results(
                folder, "ann.json", new Machine(Map.of()), row("GreetBenchmark.eventLoop", "guests=3", 10, 0.1));
        Results bob = HandMade.results(
                folder, "bob.json", new Machine(Map.of()), row("GreetBenchmark.sequential", "guests=3", 10, 0.1));

        assertThat(new Comparison(List.of(ann, bob), COURSE).lines(100, false))
                .anyMatch(line -> line.matches(" +event loop +10.0 ms \\+- 0.1 +-  one machine only"))
                .contains("bob and ann have no row in common.");
    }

    @Test
    void rejectsFileOfAnotherVersion() {
        Results ann = HandMade.results(
                folder,
                "ann.json",
                COURSE,
                new Machine(Map.of()),
                row("GreetBenchmark.eventLoop", "guests=3", 10, 0.1));
        Results bob = HandMade.results(
                folder,
                "bob.json",
                new CourseVersion("0.9", "xyz", "def"),
                new Machine(Map.of()),
                row("GreetBenchmark.eventLoop", "guests=3", 10, 0.1));

        assertThatThrownBy(() -> new Comparison(List.of(bob, ann), COURSE))
                .isInstanceOf(UnusableFile.class)
                .message()
                .contains("another version of the course: bob (0.9")
                .doesNotContain("ann")
                .satisfies(text -> assertThat(text.lines().count()).isLessThanOrEqualTo(3));
    }

    @Test
    void acceptsResultsOfChangedLessons() {
        Results ann = HandMade.results(
                folder,
                "ann.json",
                COURSE,
                new Machine(Map.of()),
                row("GreetBenchmark.eventLoop", "guests=3", 10, 0.1));
        Results bob = HandMade.results(
                folder,
                "bob.json",
                new CourseVersion("1.0", "abc", "changed"),
                new Machine(Map.of()),
                row("GreetBenchmark.eventLoop", "guests=3", 10, 0.1));

        assertThat(new Comparison(List.of(ann, bob), COURSE).lines(100, true))
                .contains("differs: version of the lessons: changed (bob); def (ann)");
    }
}

package interleave.bench;

import static interleave.bench.HandMade.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
    @TempDir
    private Path folder;

    @Test
    void describedFileIsStillAResultOfJmh() throws IOException {
        HandMade.results(
                folder,
                "some.json",
                new Machine(Map.of("processors", "2")),
                row("GreetBenchmark.eventLoop", "guests=3", 1.25, "\"NaN\"", "ms/op", 1),
                row("GreetBenchmark.sequential", "guests=3", 3, 0.1));

        var elements = new ArrayList<Map<?, ?>>();
        JSON.std
                .listFrom(Files.readString(folder.resolve("some.json")))
                .forEach(element -> elements.add((Map<?, ?>) element));
        assertThat(elements.stream().map(element -> String.valueOf(element.get("benchmark"))))
                .containsExactly("benchmarks.GreetBenchmark.eventLoop", "benchmarks.GreetBenchmark.sequential");
        assertThat(String.valueOf(elements.getFirst().get("primaryMetric")))
                .contains("score=1.25", "scoreError=NaN", "rawData=[[1.25]]");
        assertThat(String.valueOf(elements.getFirst().get("interleave"))).contains("processors=2");
    }

    @Test
    void readsWhatDescribeHasWritten() {
        Results results = HandMade.results(
                folder,
                "ann.json",
                new Machine(Map.of("processors", "2")),
                row("GreetBenchmark.eventLoop", "guests=3", 1.25, 0.5));

        assertThat(results.name()).isEqualTo("ann");
        assertThat(results.machine().facts()).containsEntry("processors", "2");
        assertThat(results.cuts()).containsExactly(new Results.Note("the rest", "no time"));
        assertThat(results.rows())
                .containsExactly(new Row(
                        "Greet",
                        "eventLoop",
                        Map.of("guests", "3"),
                        new Metric(1.25, 0.5, "ms/op", 2),
                        Map.of(),
                        Map.of()));
    }

    @Test
    void hasNameThatWasGivenToTheRun() throws IOException {
        Path file = HandMade.file(folder, "2026-01-01.json", row("GreetBenchmark.eventLoop", "guests=3", 1, 0));
        Results.describe(
                file,
                new Results.Circumstances(
                        "Ann\u001b[2J\u202e",
                        "quick",
                        "2026-01-01T10:00:00",
                        new CourseVersion("1.0", "abc", "def"),
                        new Machine(Map.of("processor", "fast\u0007")),
                        List.of(),
                        List.of()));

        assertThat(Results.read(file).name()).isEqualTo("Ann?[2J?");
        assertThat(Results.read(file).machine().facts()).containsEntry("processor", "fast?");
    }

    @Test
    void reportsMissingFile() {
        assertRejected(folder.resolve("none.json"), "There is no file", "none.json");
    }

    @Test
    void reportsTruncatedFile() throws IOException {
        Path file = HandMade.file(folder, "short.json", row("GreetBenchmark.eventLoop", "guests=3", 1, 0));
        Files.writeString(file, Files.readString(file).substring(0, 200));

        assertRejected(file, "short.json is damaged", "(line 2)", "Copy it again");
    }

    @Test
    void rejectsResultOfPlainJmh() {
        assertRejected(
                HandMade.file(folder, "bare.json", row("GreetBenchmark.eventLoop", "guests=3", 1, 0)),
                "bare.json is a result of JMH, but not of this course",
                "./lesson bench");
    }

    @Test
    void rejectsFileThatIsNotAnArrayOfResults() throws IOException {
        assertRejected(Files.writeString(folder.resolve("other.json"), "{\"a\": 1}"), "other.json is not a result");
        assertRejected(Files.writeString(folder.resolve("empty.json"), "[]"), "empty.json is not a result");
    }

    @Test
    void reportsScoreThatIsNotANumber() throws IOException {
        HandMade.results(
                folder, "odd.json", new Machine(Map.of()), row("GreetBenchmark.eventLoop", "guests=3", 1.5, 0));
        Path file = folder.resolve("odd.json");
        Files.writeString(file, Files.readString(file).replace("\"score\" : 1.5", "\"score\" : \"many\""));

        assertRejected(file, "odd.json is damaged: expected a number, but found 'many'");
    }

    private static void assertRejected(Path file, String... message) {
        assertThatThrownBy(() -> Results.read(file))
                .isInstanceOf(UnusableFile.class)
                .message()
                .contains(message)
                .satisfies(text -> assertThat(text.lines().count()).isLessThanOrEqualTo(3));
    }
}

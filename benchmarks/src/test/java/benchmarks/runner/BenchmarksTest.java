package benchmarks.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/** Every benchmark works. The tests find them in JMH's list, as the runner does, so a new one is tested as well. */
class BenchmarksTest {
    /** One call, with sizes that are small enough for a test. */
    private static final String ONCE = "-i 1 -bm ss -p guests=3 -p countdowns=2 -p reports=3 -p producers=2"
            + " -p connections=100 -p requests=10 -p pages=5 -p limit=2 -p nodes=2 ";

    @TempDir
    private Path folder;

    @Test
    void jmhListContainsEveryBenchmarkOfTheSources() {
        Set<String> inSources = new ClassFileImporter()
                .withImportOption(location -> !location.contains("jmh_generated")).importPackages("benchmarks").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Benchmark.class))
                        .map(JavaMethod::getFullName)
                        .map(name -> name.replaceFirst("\\(.*", ""))
                        .collect(Collectors.toSet());

        assertThat(inSources).isNotEmpty();
        assertThat(Run.benchmarks("."))
                .extracting(BenchmarkListEntry::getUsername)
                .containsExactlyInAnyOrderElementsOf(inSources);
    }

    @Test
    @Tag("slow")
    void everyRowRunsOnce() throws Exception {
        var results = run("-f 0 -wi 0 -p tasks=100 -p clients=20 -e MemoryBenchmark.sleep$");

        assertThat(results)
                .filteredOn(result -> result.getParams().getBenchmark().contains("MemoryBenchmark"))
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.getSecondaryResults()).containsKey("bytesPerTask"));
    }

    @Test
    @Tag("slow")
    void waitingTasksOfEveryRuntimeTakeMemory() throws Exception {
        // In a JVM of its own, and warmed up, or the memory of other tests and of new classes would hide the tasks.
        assertThat(run("-f 1 -wi 1 -jvmArgsAppend -Dmemory.sleep=PT3S -p tasks=10000 MemoryBenchmark.sleep$"))
                .extracting(result -> result.getSecondaryResults().get("bytesPerTask"))
                .allSatisfy(bytes -> assertThat(bytes.getScore()).isPositive());
    }

    /** JMH leaves it out of its file. */
    @Test
    void resultFileContainsTextOfProfilers() throws Exception {
        run("-f 0 -wi 0 -prof stack GreetBenchmark.sequential");

        assertThat(folder.resolve("results.json"))
                .content()
                .contains("\"profilerOutput\" : {\"stack\": \"Stack profiler:\\u000a");
    }

    /** Measures the plan with these options, and returns a result for each of its jobs. */
    private Collection<RunResult> run(String options) throws Exception {
        var jmhOptions = new JmhOptions((ONCE + options).split(" "));
        var plan = Plan.of(Speed.DEFAULT, jmhOptions, Run.benchmarks("."), Peers.here());
        var events = new ByteArrayOutputStream();
        var log = new ByteArrayOutputStream();
        var measurement = new Measurement(
                plan,
                new ResultFile(folder.resolve("results.json")),
                new Events(events),
                new PrintStream(log, true, UTF_8));

        measurement.measureAll();

        assertThat(events.toString(UTF_8).lines())
                .as("events; the log: %s", log.toString(UTF_8))
                .noneMatch(event -> event.startsWith("failed"));
        assertThat(measurement.results()).isNotEmpty().hasSameSizeAs(plan.jobs());
        return measurement.results();
    }
}

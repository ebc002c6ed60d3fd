package errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.SideBySide;
import interleave.virtualtime.SideBySide.Main;
import interleave.virtualtime.VirtualTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** README.md shows what the versions print. Those with a timeout run in virtual time, on a simulated web. */
@Timeout(300)
class ReadmeRunsTest {
    private static final List<Main> FETCHERS =
            List.of(Sequential::main, WithThreadPool::main, WithEventLoop::main, WithVirtualThreads::main);
    private static final List<Main> RETRIES = List.of(words -> WithRetry.main(), words -> WithResilience4j.main());

    @Test
    void showsResultsOfSequentialAndOfPool() throws Exception {
        var printed = new ArrayList<>(collectedBy(Versions.SEQUENTIAL));
        printed.addAll(collectedBy(Versions.THREAD_POOL));

        assertThat(linesAfter("$ ./lesson errors --only sequential,thread-pool,event-loop,virtual-threads"))
                .isEqualTo(printed);
    }

    @Test
    void concurrentVersionsPrintTheSame() throws Exception {
        assertThat(collectedBy(Versions.THREAD_POOL))
                .isEqualTo(collectedBy(Versions.EVENT_LOOP))
                .isEqualTo(collectedBy(Versions.VIRTUAL_THREADS));
    }

    @Test
    void showsRetries() throws Exception {
        var printed = new ArrayList<String>();
        SideBySide.printedBy(RETRIES).forEach(printed::addAll);

        assertThat(linesAfter("$ ./lesson errors --only retry,resilience4j"))
                .extracting(line -> line.replaceFirst(" +\\d+\\.\\d s  ", ""))
                .isEqualTo(printed);
    }

    @Test
    void everyVersionFailsWithTheFirstFailureOverSockets() throws Exception {
        assertThat(SideBySide.printedBy(FETCHERS, "fail-fast"))
                .hasSameSizeAs(FETCHERS)
                .allSatisfy(lines -> assertThat(lines).containsExactly("Failed: /flights: status 404"));
    }

    /** A slow machine may miss more timeouts than that of the hotels. */
    @Test
    void everyVersionCollectsAllOverSockets() throws Exception {
        assertThat(SideBySide.printedBy(FETCHERS, "collect-all"))
                .hasSameSizeAs(FETCHERS)
                .allSatisfy(lines -> assertThat(lines.getLast())
                        .matches("Fetched [0-2] of 5, missing: .*/flights, /hotels, /offers.*"));
    }

    @Test
    void rejectsUnknownArgument() {
        for (Main main : FETCHERS) {
            assertThatThrownBy(() -> main.run("fast")).isExactlyInstanceOf(IllegalArgumentException.class);
        }
    }

    private static List<String> collectedBy(Versions version) throws Exception {
        SimulatedWeb web = Example.simulated();
        var run = VirtualTime.run(() -> Example.COLLECT_ALL.run(version.with(web), web.addresses()));
        return run.lines().stream()
                .map(line ->
                        String.format(Locale.ROOT, "  %.1f s  %s", line.at().toMillis() / 1000.0, line.text()))
                .toList();
    }

    /** The lines of the versions, which start with a time. Headings do not. */
    private static List<String> linesAfter(String command) throws Exception {
        String page = Files.readString(Path.of("README.md"));
        String block = page.substring(page.indexOf(command), page.indexOf("```", page.indexOf(command)));
        return block.lines().filter(line -> line.matches(" +\\d+\\.\\d s  .*")).toList();
    }
}

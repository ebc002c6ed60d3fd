package debugging;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import debugging.importer.RepairedImporter;
import debugging.importer.SlowImporter;
import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The import, in virtual time. */
class ImporterTest {

    /** The page has these numbers. */
    @Test
    void repairedImportTakesHalfTheTime() throws Exception {
        assertThat(slow("5")).took(ofMillis(2_890));
        assertThat(repaired("5")).took(ofMillis(1_530));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "5"})
    void bothImportAllLinesOfAllBatches(String batches) throws Exception {
        List<String> imported = batchesIn(slow(batches));

        assertThat(imported).hasSize(4 * Integer.parseInt(batches));
        assertThat(batchesIn(repaired(batches))).isEqualTo(imported);
    }

    @Test
    void bothEndTheirThreads() throws Exception {
        assertThat(slow("2")).leftNothingRunning();
        assertThat(repaired("2")).leftNothingRunning();
    }

    private static VirtualRun slow(String batches) throws Exception {
        return VirtualTime.run(() -> SlowImporter.main(new String[] {batches}));
    }

    private static VirtualRun repaired(String batches) throws Exception {
        return VirtualTime.run(() -> RepairedImporter.main(new String[] {batches}));
    }

    /** Such as {@code agent-1: batch 2}, and the number of all lines at the end. */
    private static List<String> batchesIn(VirtualRun run) {
        assertThat(run.output()).endsWith("Import complete");
        return run.output().stream()
                .filter(line -> line.startsWith("agent-"))
                .map(line -> line.replaceFirst(", .*", ""))
                .sorted()
                .toList();
    }
}

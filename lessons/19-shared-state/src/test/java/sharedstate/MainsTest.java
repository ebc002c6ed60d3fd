package sharedstate;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.SideBySide;
import interleave.virtualtime.SideBySide.Main;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the versions print on real threads. The wrong ones lose updates only by chance. */
@Timeout(300)
class MainsTest {

    @Test
    void rightVersionsCountEveryVisitor() throws Exception {
        List<Main> right = List.of(
                words -> Sequential.main(),
                words -> WithLock.main(),
                words -> WithAtomic.main(),
                words -> WithEventLoop.main());

        assertThat(SideBySide.printedBy(right))
                .hasSameSizeAs(right)
                .allSatisfy(lines -> assertThat(lines).containsExactly("Counted 2,000,000 of 2,000,000 visitors"));
    }

    @Test
    void wrongVersionsNeverCountTooMany() throws Exception {
        List<Main> wrong = List.of(words -> LostUpdate.main(), words -> VolatileCounter.main());

        assertThat(SideBySide.printedBy(wrong))
                .hasSameSizeAs(wrong)
                .allSatisfy(lines ->
                        assertThat(lines.getFirst()).matches("Counted [12],\\d{3},\\d{3} of 2,000,000 visitors"));
    }

    /** The page has the numbers of one run, and right versions have no other. */
    @Test
    void pageShowsWhatTheVersionsPrint() throws Exception {
        List<String> told = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.matches(" +\\d\\.\\d s  Counted .*"))
                .map(line -> line.replaceFirst(" +\\d\\.\\d s  ", ""))
                .toList();

        assertThat(told).hasSize(6).allSatisfy(line -> assertThat(line).matches("Counted [12],\\d{3},\\d{3} of .*"));
        assertThat(told.get(0)).isEqualTo("Counted 2,000,000 of 2,000,000 visitors");
        assertThat(told.subList(3, 6)).containsOnly("Counted 2,000,000 of 2,000,000 visitors");
    }

    @Test
    void byChanceCountsEachMistake() throws Exception {
        assertThat(SideBySide.printedBy(List.of(ByChance::main), "10").getFirst())
                .hasSize(4)
                .allSatisfy(line -> assertThat(line).matches("[\\w, ]+: wrong in \\d+ of 10 rounds"));
    }
}

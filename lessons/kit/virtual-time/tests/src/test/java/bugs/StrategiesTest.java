package bugs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.OperatingSystemMXBean;
import interleave.virtualtime.FailingSchedule;
import interleave.virtualtime.ScheduleFailure;
import interleave.virtualtime.VirtualTime;
import interleave.virtualtime.scheduling.Chooser;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which strategy finds which bug, and how soon. The README shows the table. */
class StrategiesTest {
    private static final int SEEDS = 1_000;
    private static final int QUICK_SEEDS = 30;
    private static final int PREEMPTIONS = 3;

    static Stream<Bug> bugs() {
        return BugsTest.bugs();
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void bestStrategyFindsBug(Bug bug) {
        assertThatThrownBy(() -> VirtualTime.explore(SEEDS, Chooser::stalling, bug::wrong))
                .isInstanceOf(ScheduleFailure.class);
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void correctedTwinSurvivesSomeSeeds(Bug bug) {
        VirtualTime.explore(QUICK_SEEDS, Chooser::stalling, bug::right);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("bugs")
    void correctedTwinSurvivesAllSeeds(Bug bug) {
        VirtualTime.explore(SEEDS, Chooser::stalling, bug::right);
    }

    /** The numbers of runs are the same in each JVM, until the code changes. The times are not compared. */
    @Tag("slow")
    @Test
    void readmeShowsTheTable() throws IOException {
        List<String> rows = bugs().map(StrategiesTest::row).toList();

        assertThat(withoutTimes(Files.readString(Path.of("README.md"))))
                .as("with this table:\n" + String.join("\n", rows))
                .contains(withoutTimes(String.join("\n", rows)));
    }

    private static String row(Bug bug) {
        return Stream.<Supplier<String>>of(
                        () -> inAllSchedules(bug),
                        () -> withSeeds(bug, Chooser::seeded),
                        () -> withSeeds(bug, Chooser::priorities),
                        () -> withSeeds(bug, Chooser::stalling))
                .map(StrategiesTest::timed)
                .collect(Collectors.joining(" | ", "| " + nameOf(bug) + " | ", " |"));
    }

    private static String inAllSchedules(Bug bug) {
        var failure =
                catchThrowableOfType(FailingSchedule.class, () -> VirtualTime.exploreAll(PREEMPTIONS, bug::wrong));
        return failure.number() + " (" + failure.preemptions() + ")";
    }

    private static String withSeeds(Bug bug, LongFunction<Chooser> strategy) {
        var failure =
                catchThrowableOfType(ScheduleFailure.class, () -> VirtualTime.explore(SEEDS, strategy, bug::wrong));
        return failure == null ? "–" : "" + (failure.seed() + 1);
    }

    /** With the CPU time of the process, which does not depend on other programs. The JVM is warm the second time. */
    private static String timed(Supplier<String> found) {
        found.get();
        var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long start = process.getProcessCpuTime();
        String run = found.get();
        return run + String.format(Locale.ROOT, ", %,d ms", (process.getProcessCpuTime() - start) / 1_000_000);
    }

    private static String withoutTimes(String table) {
        return table.replaceAll(", [\\d,]+ ms", "");
    }

    private static String nameOf(Bug bug) {
        return bug instanceof Diners diners
                ? diners.count() + " diners"
                : bug.getClass().getSimpleName();
    }
}

package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.course.lessons.Course;
import interleave.course.lessons.Lesson;
import interleave.course.lessons.Version;
import interleave.virtualtime.VirtualTime;
import interleave.virtualtime.races.RaceReport;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No version that runs in virtual time has a data race: a report would be a false alarm, or a mistake in the course.
 * Versions that show a race on purpose run in real time. {@code PracticesTest} checks the answers to exercises.
 */
@Tag("slow")
class RaceFreeVersionsTest {
    /**
     * Classes of HikariCP, the connection pool of lesson 06. Its settings are plain fields, which its housekeeper
     * writes again and again with the same values, and it compares the connections of entries without a lock.
     */
    private static final Set<String> HIKARI = Set.of("HikariPool", "PoolBase", "PoolEntry", "ProxyLeakTaskFactory");

    private static final Duration REAL_LIMIT = Duration.ofMinutes(2);

    static Stream<Version> versions() {
        return Course.at(CommandRun.COURSE).lessons().stream()
                .map(Lesson::versions)
                .flatMap(List::stream)
                .filter(version -> version.realTime().isEmpty()
                        && version.obstacle().isEmpty()
                        && version.preemptions().isEmpty()
                        && !version.hangs());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void versionHasNoDataRace(Version version) throws Exception {
        List<RaceReport> races = new VirtualTime()
                .findRaces()
                .expectUncaught()
                .realLimit(REAL_LIMIT)
                .start(() -> version.run(List.of()))
                .races();

        assertThat(races).filteredOn(race -> !isOfHikari(race)).isEmpty();
    }

    private static boolean isOfHikari(RaceReport race) {
        return HIKARI.contains(race.first().type())
                && HIKARI.contains(race.second().type());
    }
}

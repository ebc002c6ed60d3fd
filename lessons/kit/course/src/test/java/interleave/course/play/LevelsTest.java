package interleave.course.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import interleave.course.lessons.Course;
import interleave.course.lessons.Level;
import interleave.course.play.replay.LevelProgram;
import interleave.course.play.replay.LosingSchedule;
import interleave.course.play.replay.Proof;
import interleave.virtualtime.FailingSchedule;
import interleave.virtualtime.ScheduleSearch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each level can be lost, in no fewer steps than it says, and no schedule breaks its corrected program. */
class LevelsTest {
    /** The search for the fewest steps of this level takes some seconds. */
    private static final String LONGEST = "cookie-jar";

    static Stream<Named<Level>> levels() {
        return new Levels(Course.at(Path.of("../../..").toAbsolutePath().normalize()))
                .all().stream().map(level -> Named.of(level.name(), level));
    }

    @ParameterizedTest
    @MethodSource("levels")
    void scheduleSearchBreaksTheProgram(Level level) {
        var program = LevelProgram.named(level.className());

        assertThatThrownBy(() -> new ScheduleSearch(3).explore(() -> program.run(LevelProgram.Watch.NONE)))
                .isInstanceOf(FailingSchedule.class);
    }

    @ParameterizedTest
    @MethodSource("levels")
    void fewestStepsAreRight(Level level) {
        assumeThat(level.name()).isNotEqualTo(LONGEST);

        assertFewest(level);
    }

    @Tag("slow")
    @Test
    void fewestStepsOfTheLongestLevelAreRight() {
        assertFewest(levels().map(Named::getPayload)
                .filter(level -> level.name().equals(LONGEST))
                .findFirst()
                .orElseThrow());
    }

    private static void assertFewest(Level level) {
        Optional<List<String>> losing = LosingSchedule.of(LevelProgram.named(level.className()));

        assertThat(losing).hasValueSatisfying(steps -> assertThat(steps).hasSize(level.fewest()));
    }

    @ParameterizedTest
    @MethodSource("levels")
    void noScheduleBreaksTheCorrectedProgram(Level level) {
        var proof = Proof.of(LevelProgram.named(level.cure()));

        assertThat(proof.result().complete()).isTrue();
        assertThat(proof.shown()).startsWith("No: none of its");
    }

    @ParameterizedTest
    @MethodSource("levels")
    void sourcesAreThere(Level level) {
        assertThat(level.source(level.className())).satisfies(Files::exists);
        assertThat(level.source(level.cure())).satisfies(Files::exists);
    }
}

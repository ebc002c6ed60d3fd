package interleave.course.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.course.lessons.Level;
import interleave.course.play.replay.Game;
import interleave.course.play.replay.LevelProgram;
import interleave.course.play.replay.Proof;
import interleave.virtualtime.FailingSchedule;
import interleave.virtualtime.ScheduleSearch;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each level can be lost, in no fewer steps than it says, and no schedule breaks its corrected program. */
@Isolated("a replay diverges if other tests load classes at the same time")
class LevelsTest {
    private static final String LEVELS = "interleave.course.play.LosingSchedules#levels";
    private static final String QUICK_LEVELS = "interleave.course.play.LosingSchedules#quickLevels";

    @ParameterizedTest
    @MethodSource(LEVELS)
    void scheduleSearchBreaksTheProgram(Level level) {
        var program = LevelProgram.named(level.className());

        assertThatThrownBy(() -> new ScheduleSearch(3).explore(() -> program.run(LevelProgram.Watch.NONE)))
                .isInstanceOf(FailingSchedule.class);
    }

    @ParameterizedTest
    @MethodSource(QUICK_LEVELS)
    void fewestStepsAreRight(Level level) {
        assertThat(LosingSchedules.of(level))
                .hasValueSatisfying(steps -> assertThat(steps).hasSize(level.fewest()));
    }

    @Tag("slow")
    @Test
    void fewestStepsOfTheLongestLevelAreRight() {
        fewestStepsAreRight(LosingSchedules.longest());
    }

    @ParameterizedTest
    @MethodSource(LEVELS)
    void noScheduleBreaksTheCorrectedProgram(Level level) {
        var proof = Proof.of(LevelProgram.named(level.cure()));

        assertThat(proof.result().complete()).isTrue();
        assertThat(proof.shown()).startsWith("None of its ");
    }

    @ParameterizedTest
    @MethodSource(LEVELS)
    void sourcesAreThere(Level level) {
        assertThat(level.source(level.className())).satisfies(Files::exists);
        assertThat(level.source(level.cure())).satisfies(Files::exists);
    }

    /** Otherwise the search for the fewest steps would treat different positions as equal. */
    @ParameterizedTest
    @MethodSource(LEVELS)
    void fieldsShowAllThatThreadsShare(Level level) {
        var program = LevelProgram.named(level.className());

        assertThat(program.type().getDeclaredFields())
                .filteredOn(field -> !field.isSynthetic())
                .noneMatch(field -> Modifier.isStatic(field.getModifiers()));
        assertThat(new Game(program).position().shared().values())
                .allSatisfy(value -> assertThat(value).doesNotContainPattern("@[0-9a-f]+"));
    }
}

package interleave.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A student's file is never lost, and progress survives. */
class DeskTest {
    @TempDir
    Path home;

    private Exercise exercise;

    @BeforeEach
    void writeTheExercise() throws IOException {
        exercise = new Exercise("errands", home.resolve("lesson"), "sample.Errands", "", "", List.of("a", "b", "c"));
        skeleton("first");
    }

    @Test
    void anExerciseBeginsWithItsSkeleton() throws Exception {
        assertThat(desk().open(exercise))
                .hasValueSatisfying(said -> assertThat(said).contains("Your file is new"));

        assertThat(desk().file(exercise)).hasContent("first");
        assertThat(desk().progress().isBegun(exercise)).isTrue();
    }

    @Test
    void whatAStudentWroteStays() throws Exception {
        desk().open(exercise);
        Files.writeString(desk().file(exercise), "mine");

        assertThat(desk().open(exercise)).isEmpty();
        assertThat(desk().file(exercise)).hasContent("mine");
    }

    @Test
    void aChangedExerciseLeavesTheFileAndPutsTheNewOneBesideItOnce() throws Exception {
        desk().open(exercise);
        Files.writeString(desk().file(exercise), "mine");
        skeleton("second");

        assertThat(desk().open(exercise))
                .hasValueSatisfying(said -> assertThat(said).contains("has changed", "Errands.java.new"));
        assertThat(desk().file(exercise)).hasContent("mine");
        assertThat(desk().file(exercise).resolveSibling("Errands.java.new")).hasContent("second");
        assertThat(desk().open(exercise)).isEmpty();
    }

    @Test
    void aChangedExerciseReplacesAFileThatNobodyTouched() throws Exception {
        desk().open(exercise);
        skeleton("second");

        assertThat(desk().open(exercise)).isPresent();
        assertThat(desk().file(exercise)).hasContent("second");
    }

    @Test
    void aFileThatWasThereBeforeStays() throws Exception {
        Files.createDirectories(desk().file(exercise).getParent());
        Files.writeString(desk().file(exercise), "mine, without progress.json");

        desk().open(exercise);

        assertThat(desk().file(exercise)).hasContent("mine, without progress.json");
    }

    @Test
    void resetKeepsEachOldFile() throws Exception {
        desk().open(exercise);
        Files.writeString(desk().file(exercise), "mine");
        desk().reset(exercise);
        Files.writeString(desk().file(exercise), "mine again");

        assertThat(desk().reset(exercise))
                .hasValueSatisfying(kept -> assertThat(kept).hasContent("mine again"));
        assertThat(desk().file(exercise)).hasContent("first");
        assertThat(desk().file(exercise).resolveSibling("Errands.java.old")).hasContent("mine");
    }

    @Test
    void anEmptiedFileIsStillKept() throws Exception {
        desk().open(exercise);
        Files.writeString(desk().file(exercise), "mine");
        desk().keep(exercise);
        Files.writeString(desk().file(exercise), "\n");
        desk().keep(exercise);

        assertThat(desk().content(exercise)).isBlank();
        assertThat(desk().kept(exercise))
                .hasValueSatisfying(copy -> assertThat(copy).hasContent("mine"));
    }

    @Test
    void progressSurvivesTheProgram() throws Exception {
        desk().open(exercise);
        desk().progress().done(exercise);
        Desk desk = desk();
        desk.progress().hintSeen(exercise, 2);
        desk.progress().hintSeen(exercise, 1);
        desk.progress().quiz("errands", 3, 4);

        assertThat(desk().progress().isDone(exercise)).isTrue();
        assertThat(desk().progress().hintsSeen(exercise)).isEqualTo(2);
        assertThat(desk().progress().json(List.of(exercise))).contains("\"done\" : 1", "\"right\" : 3", "\"lesson\"");
    }

    @Test
    void theBestGoAtAQuizCounts() throws Exception {
        desk().progress().quiz("errands", 3, 4);
        desk().progress().quiz("errands", 1, 4);

        assertThat(desk().progress().json(List.of())).contains("\"right\" : 3");
    }

    @Test
    void progressThatCannotBeReadIsPutAside() throws Exception {
        desk().open(exercise);
        Path file = desk().file(exercise).getParent().resolveSibling("progress.json");
        Files.writeString(file, "{ half");

        assertThat(desk().progress().isBegun(exercise)).isFalse();
        desk().progress().done(exercise);

        assertThat(file.resolveSibling("progress.broken.json")).hasContent("{ half");
        assertThat(desk().progress().isDone(exercise)).isTrue();
    }

    @Test
    void whatTwoTerminalsWriteIsAllKept() throws Exception {
        Desk one = desk();
        Desk other = desk();
        one.open(exercise);

        other.progress().hintSeen(exercise, 1);
        other.progress().quiz("errands", 3, 4);
        one.progress().done(exercise);

        assertThat(one.progress().hintsSeen(exercise)).isEqualTo(1);
        assertThat(one.progress().quizzes()).containsEntry("errands", "3 of 4");
        assertThat(other.progress().isDone(exercise)).isTrue();
    }

    @Test
    void nothingIsLostWhenManyWriteAtOnce() throws Exception {
        try (var writers = Executors.newFixedThreadPool(4)) {
            var written = IntStream.range(0, 40)
                    .mapToObj(number -> writers.submit(() -> {
                        desk().progress().quiz("lesson " + number, 1, 1);
                        return null;
                    }))
                    .toList();
            for (var each : written) {
                each.get();
            }
        }

        assertThat(desk().progress().quizzes()).hasSize(40);
    }

    private Desk desk() throws IOException {
        return Desk.at(home.resolve("practice"));
    }

    private void skeleton(String text) throws IOException {
        Files.createDirectories(exercise.skeleton().getParent());
        Files.writeString(exercise.skeleton(), text);
    }
}

package interleave.practice.exercises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.practice.judging.Verdict;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A student's file is never overwritten, and progress is kept. */
@Execution(ExecutionMode.CONCURRENT)
class WorkspaceTest {
    @TempDir
    Path home;

    private Exercise exercise;

    @BeforeEach
    void writeExercise() throws IOException {
        exercise = new Exercise("errands", home.resolve("lesson"), "sample.Errands", "", "", List.of("a", "b", "c"));
        skeleton("first");
    }

    @Test
    void createsFileFromSkeleton() throws Exception {
        assertThat(workspace().open(exercise))
                .hasValueSatisfying(message -> assertThat(message).contains("Your file was created"));

        assertThat(workspace().file(exercise)).hasContent("first");
        assertThat(workspace().progress().isBegun(exercise)).isTrue();
    }

    @Test
    void keepsEditedFile() throws Exception {
        workspace().open(exercise);
        Files.writeString(workspace().file(exercise), "mine");

        assertThat(workspace().open(exercise)).isEmpty();
        assertThat(workspace().file(exercise)).hasContent("mine");
    }

    @Test
    void writesNewSkeletonNextToEditedFileOnce() throws Exception {
        workspace().open(exercise);
        Files.writeString(workspace().file(exercise), "mine");
        skeleton("second");

        assertThat(workspace().open(exercise))
                .hasValueSatisfying(message -> assertThat(message).contains("has changed", "Errands.java.new"));
        assertThat(workspace().file(exercise)).hasContent("mine");
        assertThat(workspace().file(exercise).resolveSibling("Errands.java.new"))
                .hasContent("second");
        assertThat(workspace().open(exercise)).isEmpty();
    }

    @Test
    void replacesUneditedFileWhenExerciseHasChanged() throws Exception {
        workspace().open(exercise);
        skeleton("second");

        assertThat(workspace().open(exercise)).isPresent();
        assertThat(workspace().file(exercise)).hasContent("second");
    }

    @Test
    void keepsFileThatExistsWithoutProgress() throws Exception {
        Files.createDirectories(workspace().file(exercise).getParent());
        Files.writeString(workspace().file(exercise), "mine, without progress.json");

        workspace().open(exercise);

        assertThat(workspace().file(exercise)).hasContent("mine, without progress.json");
    }

    @Test
    void resetKeepsEachOldFile() throws Exception {
        workspace().open(exercise);
        Files.writeString(workspace().file(exercise), "mine");
        workspace().reset(exercise);
        Files.writeString(workspace().file(exercise), "mine again");

        assertThat(workspace().reset(exercise))
                .hasValueSatisfying(kept -> assertThat(kept).hasContent("mine again"));
        assertThat(workspace().file(exercise)).hasContent("first");
        assertThat(workspace().file(exercise).resolveSibling("Errands.java.old"))
                .hasContent("mine");
    }

    @Test
    void resetThatFailsLeavesTheFile() throws Exception {
        workspace().open(exercise);
        Files.writeString(workspace().file(exercise), "mine");
        Files.delete(exercise.skeleton());

        assertThatThrownBy(() -> workspace().reset(exercise)).isInstanceOf(IOException.class);

        assertThat(workspace().file(exercise)).hasContent("mine");
    }

    @Test
    void resetWorksWhenProgressCannotBeStored() throws Exception {
        workspace().open(exercise);
        Files.writeString(workspace().file(exercise), "mine");
        makeProgressUnwritable();

        Workspace workspace = workspace();
        workspace.reset(exercise);

        assertThat(workspace.file(exercise)).hasContent("first");
        assertThat(workspace.obstacle()).isPresent();
    }

    @Test
    void copyThatCannotBeStoredIsReported() throws Exception {
        Workspace workspace = workspace();
        workspace.open(exercise);
        Files.writeString(home.resolve("practice/.kept"), "a file where the folder should be");

        workspace.keep(exercise);

        assertThat(workspace.obstacle()).isPresent();
        assertThat(workspace.kept(exercise)).isEmpty();
    }

    @Test
    void progressThatCannotBeStoredCountsUntilTheEnd() throws Exception {
        makeProgressUnwritable();
        Progress progress = workspace().progress();

        progress.done(exercise);
        progress.hintSeen(exercise, 2);

        assertThat(progress.obstacle()).isPresent();
        assertThat(progress.isDone(exercise)).isTrue();
        assertThat(progress.hintsSeen(exercise)).isEqualTo(2);
    }

    @Test
    void progressIsStoredLaterWhenTheObstacleIsGone() throws Exception {
        Path obstacle = makeProgressUnwritable();
        Progress progress = workspace().progress();
        progress.done(exercise);
        Files.delete(obstacle);
        Files.delete(obstacle.getParent());

        progress.hintSeen(exercise, 1);

        assertThat(progress.obstacle()).isEmpty();
        assertThat(workspace().progress().isDone(exercise)).isTrue();
    }

    @Test
    void progressIsStoredWithoutFileLock() throws Exception {
        Files.createDirectories(home.resolve("practice/.progress.lock"));
        Progress progress = workspace().progress();

        progress.done(exercise);

        assertThat(progress.obstacle()).isEmpty();
        assertThat(workspace().progress().isDone(exercise)).isTrue();
    }

    @Test
    void replacementThatFailsNamesTheFileAndLeavesNothingBehind() throws Exception {
        Path taken = Files.createDirectories(home.resolve("taken/by a folder")).getParent();

        assertThatThrownBy(() -> AtomicFile.write(taken, new byte[1]))
                .isInstanceOf(FileSystemException.class)
                .satisfies(refused ->
                        assertThat(((FileSystemException) refused).getFile()).isEqualTo(taken.toString()));

        assertThat(home).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void keepsLastCopyWhenFileIsEmptied() throws Exception {
        workspace().open(exercise);
        Files.writeString(workspace().file(exercise), "mine");
        workspace().keep(exercise);
        Files.writeString(workspace().file(exercise), "\n");
        workspace().keep(exercise);

        assertThat(workspace().content(exercise)).isBlank();
        assertThat(workspace().kept(exercise))
                .hasValueSatisfying(copy -> assertThat(copy).hasContent("mine"));
    }

    @Test
    void progressIsReadFromItsFile() throws Exception {
        workspace().open(exercise);
        workspace().progress().done(exercise);
        Workspace workspace = workspace();
        workspace.progress().hintSeen(exercise, 2);
        workspace.progress().hintSeen(exercise, 1);
        workspace.progress().quiz("errands", 3, 4);

        assertThat(workspace().progress().isDone(exercise)).isTrue();
        assertThat(workspace().progress().hintsSeen(exercise)).isEqualTo(2);
        assertThat(workspace().progress().json(List.of(exercise), Optional.empty()))
                .contains("\"done\" : 1", "\"right\" : 3", "\"lesson\"");
    }

    @Test
    void latestAttemptIsStoredWithItsClaims() throws Exception {
        workspace().open(exercise);
        workspace().progress().attempted(exercise, verdict(true, List.of("It starts.", "It ends."), "", ""));
        workspace().progress().attempted(exercise, verdict(false, List.of("It starts."), "It ends.", "Never ended."));

        assertThat(workspace().progress().isDone(exercise))
                .as("was passed before")
                .isTrue();
        assertThat(workspace()
                        .progress()
                        .json(List.of(exercise), Optional.empty())
                        .replaceAll("\\s+", " "))
                .contains(
                        "\"claims\" : [ { \"claim\" : \"It starts.\", \"passed\" : true },"
                                + " { \"claim\" : \"It ends.\", \"passed\" : false } ]",
                        "\"problem\" : \"Never ended.\"");
    }

    @Test
    void firstAnswerToAQuestionIsKept() throws Exception {
        workspace().progress().answered("errands", "How long?", "3 s", false);
        workspace().progress().answered("errands", "How long?", "1 s", true);

        assertThat(workspace().progress().json(List.of(), Optional.empty()))
                .contains("\"answer\" : \"3 s\"", "\"right\" : false")
                .doesNotContain("1 s");
    }

    @Test
    void nameIsInTheJsonOnlyIfChosen() throws Exception {
        assertThat(workspace().progress().json(List.of(), Optional.empty())).doesNotContain("name");
        assertThat(workspace().progress().json(List.of(), Optional.of("Zo\u00eb")))
                .as("ASCII, for shells that write another encoding")
                .contains("\"name\" : \"Zo\\u00EB\"");
    }

    @Test
    void fileOfAnOlderVersionStaysReadable() throws Exception {
        Files.createDirectories(home.resolve("practice"));
        Files.writeString(home.resolve("practice/progress.json"), """
            {"exercises": {"sample.Errands": {"done": true, "hints": 2, "skeleton": "abc"}},
             "quizzes": {"errands": {"right": 3, "of": 4}}, "runs": ["errands"]}
            """);

        workspace().progress().answered("errands", "How long?", "3 s", false);

        assertThat(workspace().progress().isDone(exercise)).isTrue();
        assertThat(workspace().progress().hintsSeen(exercise)).isEqualTo(2);
        assertThat(workspace().progress().quizzes()).containsEntry("errands", "3 of 4");
        assertThat(workspace().progress().hasRun("errands")).isTrue();
    }

    private static Verdict verdict(boolean passed, List<String> right, String failed, String problem) {
        return new Verdict(passed, right, failed, problem, List.of(), "", "", List.of());
    }

    @Test
    void keepsBestResultOfQuiz() throws Exception {
        workspace().progress().quiz("errands", 3, 4);
        workspace().progress().quiz("errands", 1, 4);

        assertThat(workspace().progress().json(List.of(), Optional.empty())).contains("\"right\" : 3");
    }

    @Test
    void unreadableProgressIsMovedAway() throws Exception {
        workspace().open(exercise);
        Path file = workspace().file(exercise).getParent().resolveSibling("progress.json");
        Files.writeString(file, "{ half");

        assertThat(workspace().progress().isBegun(exercise)).isFalse();
        workspace().progress().done(exercise);

        assertThat(file.resolveSibling("progress.broken.json")).hasContent("{ half");
        assertThat(workspace().progress().isDone(exercise)).isTrue();
    }

    @Test
    void mergesChangesOfTwoWorkspaces() throws Exception {
        Workspace one = workspace();
        Workspace other = workspace();
        one.open(exercise);

        other.progress().hintSeen(exercise, 1);
        other.progress().quiz("errands", 3, 4);
        one.progress().done(exercise);

        assertThat(one.progress().hintsSeen(exercise)).isEqualTo(1);
        assertThat(one.progress().quizzes()).containsEntry("errands", "3 of 4");
        assertThat(other.progress().isDone(exercise)).isTrue();
    }

    @Test
    void keepsAllChangesOfConcurrentWriters() throws Exception {
        try (var writers = Executors.newFixedThreadPool(4)) {
            var written = IntStream.range(0, 40)
                    .mapToObj(number -> writers.submit(() -> {
                        workspace().progress().quiz("lesson " + number, 1, 1);
                        return null;
                    }))
                    .toList();
            for (var each : written) {
                each.get();
            }
        }

        assertThat(workspace().progress().quizzes()).hasSize(40);
    }

    /** A folder in place of the file, which refuses even root. Returns its content. */
    private Path makeProgressUnwritable() throws IOException {
        Path file = home.resolve("practice/progress.json");
        Files.deleteIfExists(file);
        return Files.createFile(Files.createDirectories(file).resolve("content"));
    }

    private Workspace workspace() throws IOException {
        return Workspace.at(home.resolve("practice"));
    }

    private void skeleton(String text) throws IOException {
        Files.createDirectories(exercise.skeleton().getParent());
        Files.writeString(exercise.skeleton(), text);
    }
}

package interleave.practice.checking;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.practice.compiling.AnswerInspection;
import interleave.practice.compiling.ExerciseJar;
import interleave.practice.compiling.InMemoryCompiler;
import interleave.practice.compiling.InMemoryCompiler.Source;
import interleave.practice.exercises.Exercise;
import interleave.practice.judging.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The students' edition has the check and the solution as classes only. */
class CompiledCheckTest {
    @TempDir
    static Path lesson;

    private static Checker checker;

    @TempDir
    Path practice;

    @BeforeAll
    static void startChecker() throws IOException {
        Exercise all = Sample.ERRANDS;
        var handedOut = new Exercise(all.lesson(), lesson, all.className(), all.task(), all.untouched(), all.hints());
        new ExerciseJar(handedOut.classes()).write(classesOf(all));
        checker = Checker.of(handedOut, Sample.PLAIN);
    }

    private static Map<String, byte[]> classesOf(Exercise exercise) throws IOException {
        try (var compiler = new InMemoryCompiler()) {
            return compiler.compile(
                            List.of(
                                    new Source("Errands.java", Files.readString(exercise.solution())),
                                    new Source("ErrandsCheck.java", Files.readString(exercise.check()))),
                            Optional.empty(),
                            new AnswerInspection("sample", "Errands"))
                    .classes();
        }
    }

    @AfterAll
    static void endChecker() {
        checker.close();
    }

    @Test
    void acceptsRightAnswer() throws Exception {
        assertThat(check(Sample.solution()).passed()).isTrue();
    }

    @Test
    void drawsWrongAnswerAboveTheRunOfTheSolution() throws Exception {
        Verdict verdict = check(Sample.withBody("        errand(\"bread\");", "        errand(\"milk\");"));

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.picture()).contains("Yours", "4.0 s", "Expected", "2.0 s");
    }

    @Test
    void namesMethodThatTheCheckMisses() throws Exception {
        assertThat(check(Sample.solution().replace("runAll", "runBoth")).complaint())
                .contains("the check cannot call it: cannot find runAll()void");
    }

    @Test
    void reportsCompileErrorOfTheAnswer() throws Exception {
        assertThat(check(Sample.solution().replace("milk.join", "mlik.join")).complaint())
                .contains("Errands.java, line ", "mlik");
    }

    private Verdict check(String code) throws Exception {
        Path file = practice.resolve("sample/Errands.java");
        Files.createDirectories(file.getParent());
        return checker.check(Files.writeString(file, code));
    }
}

package interleave.practice.checking;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.practice.judging.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Which files and classes an answer may use. */
class AnswerFilesTest {
    private static Checker checker;

    @TempDir
    Path practice;

    @BeforeAll
    static void startChecker() throws IOException {
        checker = Checker.of(Sample.ERRANDS, Sample.PLAIN);
    }

    @AfterAll
    static void endChecker() {
        checker.close();
    }

    /** The preview API differs in other releases of Java. */
    @Test
    @EnabledForJreRange(min = JRE.JAVA_25, max = JRE.JAVA_25)
    void answerMayUsePreviewApiThatTheCourseTeaches() throws Exception {
        Verdict verdict = check(Sample.withBody(
                "        try (var scope = java.util.concurrent.StructuredTaskScope.open()) {",
                "            scope.fork(() -> errand(\"bread\"));",
                "            scope.fork(() -> errand(\"milk\"));",
                "            scope.join();",
                "        }"));

        assertThat(verdict.complaint()).isBlank();
        assertThat(verdict.passed()).isTrue();
    }

    @Test
    void answerMayUsePackagePrivateClassOfTheLesson() throws Exception {
        assertThat(check(Sample.solution().replace("\"milk\"))", "Purse.content()))"))
                        .complaint())
                .isBlank();
    }

    @Test
    void answerMayUseHelperClassInAnotherFile() throws Exception {
        write(
                "Basket.java",
                "package sample;",
                "",
                "final class Basket {",
                "    static String item() {",
                "        return \"milk\";",
                "    }",
                "}");

        assertThat(check(Sample.solution().replace("\"milk\"))", "Basket.item()))"))
                        .complaint())
                .isBlank();
    }

    @Test
    void showsErrorInHelperClassWithItsFileAndLine() throws Exception {
        write(
                "Basket.java",
                "package sample;",
                "",
                "final class Basket {",
                "    static String item() {",
                "        return 1;",
                "    }",
                "}");

        Verdict verdict = check(Sample.solution().replace("\"milk\"))", "Basket.item()))"));

        assertThat(verdict.problem()).startsWith("Basket.java, line 5: incompatible types");
        assertThat(verdict.shown().getFirst()).isEqualTo("    5 |         return 1;");
    }

    @Test
    void ignoresErrorsInFilesThatTheAnswerDoesNotUse() throws Exception {
        write("Other.java", "package sample;", "", "final class Other {");

        assertThat(check(Sample.solution()).complaint()).isBlank();
    }

    private Verdict check(String code) throws Exception {
        write("Errands.java", code);
        return checker.check(practice.resolve("sample/Errands.java"));
    }

    private void write(String fileName, String... lines) throws IOException {
        Path folder = Files.createDirectories(practice.resolve("sample"));
        Files.writeString(folder.resolve(fileName), String.join("\n", lines) + "\n");
    }
}

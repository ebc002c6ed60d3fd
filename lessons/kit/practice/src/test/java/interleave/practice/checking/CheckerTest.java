package interleave.practice.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.practice.judging.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A machine that cannot run a check is reported as such, and the student's code is not blamed. */
@Execution(ExecutionMode.CONCURRENT)
class CheckerTest {
    @TempDir
    Path folder;

    @Test
    void reportsVirtualTimeThatCannotBeInstalled() {
        assertThatThrownBy(() -> check("-XX:+DisableAttachMechanism"))
                .isInstanceOf(CheckRefusedException.class)
                .hasMessageStartingWith("Nothing can be checked here: ");
    }

    @Test
    void reportsProcessThatDoesNotStart() {
        assertThatThrownBy(() -> check("-XX:NoSuchOption"))
                .isInstanceOf(CheckRefusedException.class)
                .hasMessageContainingAll("ended before it ran your code", "NoSuchOption");
    }

    @Tag("slow")
    @Test
    void numbersOfAnAnswerHaveEnglishDigitsInEveryLocale() throws Exception {
        String solution = Sample.solution()
                .replace(
                        "errand(\"bread\")",
                        "errand(\"%d\".formatted(1).equals(\"1\") ? \"bread\" : \"other digits\")");

        Verdict verdict = check(solution, "-Duser.language=ar", "-Duser.country=EG", "-Duser.extensions=u-nu-arab");

        assertThat(verdict.complaint()).isBlank();
    }

    private void check(String jvmOption) throws Exception {
        check(Sample.solution(), jvmOption);
    }

    private Verdict check(String code, String... jvmOptions) throws Exception {
        Path file = Files.writeString(folder.resolve("Errands.java"), code);
        try (var checker = Checker.of(Sample.ERRANDS, Sample.PLAIN, List.of(jvmOptions))) {
            return checker.check(file);
        }
    }
}

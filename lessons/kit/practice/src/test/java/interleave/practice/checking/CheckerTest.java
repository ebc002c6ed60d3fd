package interleave.practice.checking;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private void check(String jvmOption) throws Exception {
        Path file = Files.writeString(folder.resolve("Errands.java"), Sample.solution());
        try (var checker = Checker.of(Sample.ERRANDS, Sample.PLAIN, List.of(jvmOption))) {
            checker.check(file);
        }
    }
}

package interleave.course.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor shows what the operating system refuses. */
class SystemChecksTest {
    @TempDir
    Path home;

    @TempDir
    Path temporary;

    @Test
    void usualMachineNeedsNothing() {
        assertThat(new SystemChecks(home, temporary).findings())
                .extracting(Finding::what)
                .containsExactly("Course", "File locks", "File events", "Temporary", "Recording", "Benchmarks");
        assertThat(new SystemChecks(home, temporary).findings())
                .extracting(Finding::status)
                .doesNotContain(Finding.Status.NEEDED);
    }

    @Test
    void courseThatCannotBeWrittenNeedsCopy() {
        Path missing = home.resolve("missing");

        Finding course = finding("Course", new SystemChecks(missing, temporary));

        assertThat(course.status()).isEqualTo(Finding.Status.NEEDED);
        assertThat(course.found()).startsWith(missing + " cannot be written");
    }

    @Test
    void folderThatCannotBeWatchedIsOptional() {
        assertThat(finding("File events", new SystemChecks(home.resolve("missing"), temporary))
                        .status())
                .isEqualTo(Finding.Status.OPTIONAL);
    }

    @Test
    void temporaryFolderThatCannotBeWrittenNeedsAnotherOne() {
        Finding found = finding("Temporary", new SystemChecks(home, temporary.resolve("missing")));

        assertThat(found.status()).isEqualTo(Finding.Status.NEEDED);
        assertThat(found.remedy()).contains("TMPDIR");
    }

    @Test
    void benchmarkLockThatCannotBeOpenedIsOptional() throws IOException {
        Files.createDirectory(temporary.resolve("jmh.lock")); // refuses even root

        Finding found = finding("Benchmarks", new SystemChecks(home, temporary));

        assertThat(found.status()).isEqualTo(Finding.Status.OPTIONAL);
        assertThat(found.found()).contains("belongs to another user");
    }

    private static Finding finding(String what, SystemChecks checks) {
        return checks.findings().stream()
                .filter(finding -> finding.what().equals(what))
                .findFirst()
                .orElseThrow();
    }
}

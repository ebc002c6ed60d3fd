package interleave.practice.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Files that were renamed, deleted or saved in another format. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class StudentFilesTest {
    @RegisterExtension
    final SharedChecker checker = new SharedChecker();

    @Test
    void explainsRenamedPackage() throws Exception {
        assertThat(checker.check(Sample.solution().replace("package sample;", "package simple;"))
                        .complaint())
                .contains("Expected package sample, but the file declares package simple.", "package sample;");
    }

    @Test
    void explainsMissingPackage() throws Exception {
        assertThat(checker.check(Sample.solution().replace("package sample;", ""))
                        .complaint())
                .contains("the file declares no package", "package sample;");
    }

    @Test
    void explainsRenamedClass() throws Exception {
        assertThat(checker.check(Sample.solution().replace("class Errands", "class Tasks"))
                        .complaint())
                .contains("Expected a class Errands, but the file declares Tasks.", "final class Errands");
    }

    @Test
    void explainsRenamedMethod() throws Exception {
        assertThat(checker.check(Sample.solution().replace("runAll", "runBoth")).complaint())
                .contains("the check cannot call it", "runAll");
    }

    @Test
    void explainsEmptyFile() throws Exception {
        assertThat(checker.check("\n").problem()).isEqualTo("Errands.java is empty.");
    }

    @Test
    void explainsDeletedFile() throws Exception {
        assertThat(checker.checkFile().problem()).isEqualTo("Errands.java is gone.");
    }

    @Test
    void acceptsWindowsLineEndsTabsAndByteOrderMark() throws Exception {
        assertThat(checker.check("\ufeff"
                                + Sample.solution().replace("    ", "\t").replace("\n", "\r\n"))
                        .complaint())
                .isBlank();
    }

    @Test
    void acceptsNamesBeyondAscii() throws Exception {
        assertThat(checker.check(Sample.solution()
                                .replace("errand(", "\u00fcbernimm(")
                                .replace("bread =", "br\u00f6tchen =")
                                .replace("bread.join", "br\u00f6tchen.join"))
                        .complaint())
                .isBlank();
    }

    @Test
    void explainsOtherEncoding() throws Exception {
        Files.writeString(checker.file(), Sample.solution().replace("Two", "Zw\u00f6lf"), StandardCharsets.ISO_8859_1);

        assertThat(checker.checkFile().problem()).isEqualTo("Errands.java is not encoded in UTF-8.");
    }

    @Test
    void neverChangesTheStudentsFile() throws Exception {
        checker.checkBody("        System.exit(0);");

        assertThat(Files.readString(checker.file())).contains("System.exit(0);");
    }
}

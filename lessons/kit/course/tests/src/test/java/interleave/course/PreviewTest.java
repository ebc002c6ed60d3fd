package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import interleave.course.lessons.Version;
import interleave.testjvm.TestJvm;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Where a preview API is off, or is that of another Java, a version that needs it is skipped and all others run. */
@Execution(ExecutionMode.CONCURRENT)
class PreviewTest {
    private static final String STRUCTURED = "gatherandtasks/structured/WithStructuredScope.class";
    private static final int MAJOR_VERSION = 6; // its place in a class file; before it stand magic and minor version

    @TempDir
    private Path folder;

    @BeforeEach
    void onTheJdkTheCourseIsWrittenFor() {
        assumeThat(Runtime.version().feature()).isEqualTo(25);
    }

    @Test
    void whereItIsOffTheVersionIsSkipped() throws Exception {
        assertThat(runWith(List.of(), "gather-and-tasks", "--instant", "--width", "120"))
                .contains(
                        "skipped: it uses a preview API. Start Java with --enable-preview, as ./lesson does.",
                        "Virtual threads   2.0 s",
                        "What to notice",
                        "exit code 0");
    }

    @Test
    void whereItIsThatOfAnotherJavaTheVersionIsSkipped() throws Exception {
        byte[] structured;
        try (var classFile = PreviewTest.class.getResourceAsStream("/" + STRUCTURED)) {
            structured = classFile.readAllBytes();
        }
        structured[MAJOR_VERSION + 1]++;
        Files.createDirectories(folder.resolve(STRUCTURED).getParent());
        Files.write(folder.resolve(STRUCTURED), structured);

        assertThat(runWith(List.of("--enable-preview"), "gather-and-tasks", "--instant", "--width", "120"))
                .contains("skipped: it uses a", "Virtual threads   2.0 s", "What to notice", "exit code 0");
    }

    @Test
    void ifItIsAllThatWasAskedForNothingRuns() throws Exception {
        assertThat(runWith(List.of(), "gather-and-tasks", "--only", "structured-scope"))
                .startsWith("Structured scope cannot run here: it uses a preview API.")
                .contains("exit code 2");
    }

    @Test
    void skipsVersionThatWasNotBuilt() {
        assertThat(new Version("gatherandtasks.WithMissingScope", "", true, Optional.empty()).obstacle())
                .get()
                .asString()
                .contains("built by another JDK", "./lesson mvn clean");
    }

    /** The output of the course in a separate JVM, with the classes in {@link #folder} first on the class path. */
    private String runWith(List<String> flags, String... words) throws Exception {
        var options = new ArrayList<>(flags);
        options.addAll(List.of(
                "-XX:+EnableDynamicAgentLoading",
                "-Djdk.attach.allowAttachSelf=true",
                "-Dinterleave.home=" + CommandRun.COURSE,
                "-classpath",
                folder + File.pathSeparator + System.getProperty("java.class.path")));
        var result = TestJvm.run(options, Main.class, words);
        return result.output() + "exit code " + result.exitCode();
    }
}

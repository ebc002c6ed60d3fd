package interleave.notebook.file;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.notebook.file.Notebook.Cell;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All cells run on any kernel that uses JShell and has the course on its class path. The test uses plain JShell, which
 * runs cells in a separate JVM. All notebooks share that JVM, but not their declarations.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class OtherKernelTest {
    private static final List<String> IMPORTS_OF_JSHELL = List.of(
            "java.io",
            "java.math",
            "java.net",
            "java.nio.file",
            "java.util",
            "java.util.concurrent",
            "java.util.function",
            "java.util.prefs",
            "java.util.regex",
            "java.util.stream");

    private static JShell shell;

    static List<String> notebooks() throws IOException {
        return CourseNotebooks.names();
    }

    @BeforeAll
    static void startShell() {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        shell = JShell.builder()
                .out(nowhere)
                .err(nowhere)
                // Otherwise, JShell compiles each snippet for a release, which takes half as long again.
                .compilerOptions("--source", String.valueOf(Runtime.version().feature()))
                .remoteVMOptions(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:+EnableDynamicAgentLoading",
                        "-XX:-PrintWarnings",
                        "-Djdk.attach.allowAttachSelf=true",
                        "-Dstdout.encoding=UTF-8")
                .build();
        shell.addToClasspath(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    }

    @AfterAll
    static void stopShell() {
        shell.close();
    }

    /** The next notebook must not see the declarations of this one. */
    @AfterEach
    void forgetDeclarations() {
        shell.snippets().toList().reversed().forEach(shell::drop);
    }

    @Test
    void cellsRunInPlainJShell() throws IOException {
        runAllCells("00-start-here.ipynb");
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    @Tag("slow")
    void cellsOfEveryNotebookRunInPlainJShell(String name) throws IOException {
        runAllCells(name);
    }

    private static void runAllCells(String name) throws IOException {
        IMPORTS_OF_JSHELL.forEach(imported -> shell.eval("import " + imported + ".*;"));
        for (Cell cell : Notebook.read(CourseNotebooks.FOLDER.resolve(name)).codeCells()) {
            List<String> failures = failures(cell.source());
            if (cell.mayFail()) {
                assertThat(failures).as(cell.id()).isNotEmpty();
            } else {
                assertThat(failures).as(cell.id()).isEmpty();
            }
        }
    }

    @Test
    void notebookDoesNotSeeDeclarationsOfThePreviousOne() {
        assertThat(failures("import java.time.Duration; int a = 1; class Guest {}"))
                .isEmpty();
        forgetDeclarations();

        assertThat(failures("a + 1")).isNotEmpty();
        assertThat(failures("new Guest()")).isNotEmpty();
        assertThat(failures("Duration.ofSeconds(1)")).isNotEmpty();
    }

    /** Runs a cell like a kernel: snippet by snippet, until one fails. */
    private static List<String> failures(String cell) {
        var failures = new ArrayList<String>();
        var last = new ArrayList<Snippet>();
        for (String rest = cell; !rest.isBlank() && failures.isEmpty(); ) {
            var info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            for (SnippetEvent event : shell.eval(info.source() == null ? rest : info.source())) {
                last.add(event.snippet());
                if (event.status() == Snippet.Status.REJECTED) {
                    shell.diagnostics(event.snippet()).forEach(problem -> failures.add(problem.getMessage(null)));
                } else if (event.exception() != null) {
                    failures.add(event.exception().toString());
                }
            }
            rest = info.remaining() == null ? "" : info.remaining();
        }
        last.stream()
                .filter(snippet -> shell.status(snippet) == Snippet.Status.RECOVERABLE_NOT_DEFINED)
                .forEach(snippet -> failures.add("refers to names that are not declared: " + snippet.source()));
        return failures;
    }
}

package interleave.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.notebook.Notebook.Cell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No cell needs this project's kernel: what any kernel on JShell does, with the course on its class path, is enough.
 * This is plain JShell, whose cells run in a JVM of their own.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class OtherKernelTest {

    static List<String> notebooks() throws IOException {
        return NotebooksTest.notebooks();
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void everyCellRunsInPlainJShell(String name) throws IOException {
        var printed = new ByteArrayOutputStream();
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        try (JShell shell = JShell.builder()
                .out(out)
                .err(out)
                .remoteVMOptions(
                        "-XX:+EnableDynamicAgentLoading",
                        "-XX:-PrintWarnings",
                        "-Djdk.attach.allowAttachSelf=true",
                        "-Dstdout.encoding=UTF-8")
                .build()) {
            shell.addToClasspath(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
            for (String imported : List.of(
                    "java.io",
                    "java.math",
                    "java.net",
                    "java.nio.file",
                    "java.util",
                    "java.util.concurrent",
                    "java.util.function",
                    "java.util.prefs",
                    "java.util.regex",
                    "java.util.stream")) {
                shell.eval("import " + imported + ".*;");
            }
            for (Cell cell : Notebook.read(Path.of(name)).codeCells()) {
                List<String> failures = failures(shell, cell.source());
                if (cell.mayFail()) {
                    assertThat(failures).as(cell.id()).isNotEmpty();
                } else {
                    assertThat(failures).as(cell.id()).isEmpty();
                }
            }
        }
    }

    /** As kernels do: snippet by snippet, until one fails. */
    private static List<String> failures(JShell shell, String cell) {
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
                .forEach(snippet -> failures.add("needs what is not declared: " + snippet.source()));
        return failures;
    }
}

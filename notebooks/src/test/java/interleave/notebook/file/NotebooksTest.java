package interleave.notebook.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each notebook runs from top to bottom and has the expected outputs. The tests need no Jupyter. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
@ResourceLock(Resources.SYSTEM_OUT) // a cell prints to it
class NotebooksTest {
    /**
     * Vert.x prints a warning when a busy machine delays its threads, and Selenium does in a test beside this one. The
     * field keeps the settings from being collected.
     */
    private static final List<Logger> OF_OTHERS = List.of(
            Logger.getLogger("io.vertx.core.impl.BlockedThreadChecker"), Logger.getLogger("org.openqa.selenium"));

    /** One of each kind: about the kernel, in virtual time, and with results of benchmarks. */
    private static final List<String> QUICK =
            List.of("00-start-here.ipynb", "01-greet.ipynb", "90-benchmark-results.ipynb");

    @BeforeAll
    static void ignoreWarningsOfOthers() {
        OF_OTHERS.forEach(logger -> logger.setLevel(Level.OFF));
    }

    @TempDir
    private Path scratch;

    static List<String> notebooks() throws IOException {
        return CourseNotebooks.names();
    }

    static List<String> quick() {
        return QUICK;
    }

    static List<String> others() throws IOException {
        return notebooks().stream().filter(name -> !QUICK.contains(name)).toList();
    }

    @ParameterizedTest
    @MethodSource("quick")
    void rerunHasExpectedOutputs(String name) throws IOException {
        requireExpectedOutputs(name);
    }

    @ParameterizedTest
    @MethodSource("others")
    @Tag("slow")
    void rerunOfOtherNotebookHasExpectedOutputs(String name) throws IOException {
        requireExpectedOutputs(name);
    }

    private static void requireExpectedOutputs(String name) throws IOException {
        Path file = CourseNotebooks.FOLDER.resolve(name);
        assertThat(Rerun.of(Notebook.read(file)).differences(ExpectedOutputs.of(file)))
                .isEmpty();
    }

    /** The notebook keeps outputs only above its first prediction, and lists the present source of its lesson. */
    @ParameterizedTest
    @MethodSource("notebooks")
    void savedOutputsAndListingsAreUpToDate(String name) throws IOException {
        assertThat(new CourseNotebook(CourseNotebooks.FOLDER.resolve(name)).outdated())
                .as("./lesson notebooks refresh corrects these cells")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void everyExpectedOutputBelongsToACell(String name) throws IOException {
        Path file = CourseNotebooks.FOLDER.resolve(name);
        List<String> ids =
                Notebook.read(file).codeCells().stream().map(Notebook.Cell::id).toList();

        assertThat(ids).containsAll(ExpectedOutputs.of(file).cells());
    }

    @Test
    void everyFileOfExpectedOutputsBelongsToANotebook() throws IOException {
        List<Path> expected = notebooks().stream()
                .map(name -> ExpectedOutputs.file(CourseNotebooks.FOLDER.resolve(name)))
                .toList();
        try (var files = Files.list(expected.getFirst().resolveSibling(""))) {
            assertThat(files).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void fileIsFormattedAsJupyterWritesIt(String name) throws IOException {
        Path copy = Files.copy(CourseNotebooks.FOLDER.resolve(name), scratch.resolve(name));
        Notebook.read(copy).write();
        assertThat(copy).hasSameTextualContentAs(CourseNotebooks.FOLDER.resolve(name));
    }

    @Test
    void reportsChangedOutput() throws IOException {
        assertThat(differencesAfter("\"21\"", "\"22\""))
                .singleElement()
                .asString()
                .startsWith("sums.ipynb, cell sum: expected:")
                .contains("22")
                .contains("21");
        assertThat(differencesAfter("20 + 1\"", "20 + 1 + nothing\""))
                .singleElement()
                .asString()
                .contains("sum: failed:");
        assertThat(differencesAfter("\"text\": [\"Hello", "\"text\": [\"Hallo"))
                .singleElement()
                .asString()
                .contains("Hallo");
        assertThat(differencesAfter("none", "none")).isEmpty();
    }

    @Test
    void cellFailsIfAndOnlyIfTaggedRaisesException() throws IOException {
        assertThat(differencesAfter("\"raises-exception\"", ""))
                .singleElement()
                .asString()
                .contains("broken: failed:");
        assertThat(differencesAfter("\"throw new IllegalStateException();", "\"int fine = 1;"))
                .singleElement()
                .asString()
                .contains("expected an exception");
    }

    @Test
    void cellTaggedVariesKeepsKindsOfOutputs() throws IOException {
        assertThat(differencesAfter("\"0.5 s", "\"0.7 s")).isEmpty();
        assertThat(differencesAfter("[\"varies\"]", "[]"))
                .singleElement()
                .asString()
                .contains("time: expected");
        assertThat(differencesAfter("IO.println(System.nanoTime())", "int silent = 1"))
                .singleElement()
                .asString()
                .contains("[stream[text]]");
    }

    /** The differences of a small correct notebook after one replacement in its cells or its expected outputs. */
    private List<String> differencesAfter(String from, String to) throws IOException {
        String notebook = """
            {"cells": [
             {"cell_type": "code", "id": "sum", "metadata": {}, "source": ["20 + 1"], "execution_count": null,
              "outputs": []},
             {"cell_type": "code", "id": "hello", "metadata": {}, "source": ["IO.println(\\"Hello\\")"],
              "execution_count": null, "outputs": []},
             {"cell_type": "code", "id": "time", "metadata": {"tags": ["varies"]},
              "source": ["IO.println(System.nanoTime())"], "execution_count": null, "outputs": []},
             {"cell_type": "code", "id": "broken", "metadata": {"tags": ["raises-exception"]},
              "source": ["throw new IllegalStateException();"], "execution_count": null, "outputs": []}],
             "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
            """;
        String expected = """
            {"sum": [{"output_type": "execute_result", "metadata": {}, "data": {"text/plain": ["21"]}}],
             "hello": [{"output_type": "stream", "name": "stdout", "text": ["Hello\\n"]}],
             "time": [{"output_type": "stream", "name": "stdout", "text": ["0.5 s"]}],
             "broken": [{"output_type": "error", "ename": "IllegalStateException", "traceback": [],
                         "evalue": "IllegalStateException\\nat line 1: throw new IllegalStateException();"}]}
            """;
        Path file = Files.writeString(scratch.resolve("sums.ipynb"), notebook.replace(from, to));
        Path expectedFile = ExpectedOutputs.file(file);
        Files.createDirectories(expectedFile.resolveSibling(""));
        Files.writeString(expectedFile, expected.replace(from, to));
        return Rerun.of(Notebook.read(file)).differences(ExpectedOutputs.of(file));
    }
}

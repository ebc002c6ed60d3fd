package interleave.notebook.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each notebook runs from top to bottom and has the saved outputs. The tests need no Jupyter. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class NotebooksTest {
    /**
     * Vert.x prints a warning when a busy machine delays its threads. The field keeps the setting from being collected.
     */
    private static final Logger BUSY_MACHINE = Logger.getLogger("io.vertx.core.impl.BlockedThreadChecker");

    private static int run;

    @BeforeAll
    static void ignoreBusyMachine() {
        BUSY_MACHINE.setLevel(Level.OFF);
    }

    @TempDir
    private Path scratch;

    static List<String> notebooks() throws IOException {
        return CourseNotebooks.names();
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void rerunHasSavedOutputs(String name) throws IOException {
        assertThat(Rerun.of(Notebook.read(CourseNotebooks.FOLDER.resolve(name))).differences())
                .isEmpty();
        run++;
    }

    /** Without notebooks, the tests above would pass. */
    @AfterAll
    static void everyNotebookWasRun() throws IOException {
        assertThat(run).isEqualTo(notebooks().size()).isGreaterThanOrEqualTo(10);
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

    /** The differences of a small correct notebook after one replacement. */
    private List<String> differencesAfter(String from, String to) throws IOException {
        String notebook = """
            {"cells": [
             {"cell_type": "code", "id": "sum", "metadata": {}, "source": ["20 + 1"], "execution_count": 1,
              "outputs": [{"output_type": "execute_result", "execution_count": 1, "metadata": {},
                           "data": {"text/plain": ["21"]}}]},
             {"cell_type": "code", "id": "hello", "metadata": {}, "source": ["IO.println(\\"Hello\\")"],
              "execution_count": 2, "outputs": [{"output_type": "stream", "name": "stdout", "text": ["Hello\\n"]}]},
             {"cell_type": "code", "id": "time", "metadata": {"tags": ["varies"]},
              "source": ["IO.println(System.nanoTime())"], "execution_count": 3,
              "outputs": [{"output_type": "stream", "name": "stdout", "text": ["0.5 s"]}]},
             {"cell_type": "code", "id": "broken", "metadata": {"tags": ["raises-exception"]},
              "source": ["throw new IllegalStateException();"], "execution_count": 4,
              "outputs": [{"output_type": "error", "ename": "IllegalStateException", "traceback": [],
                           "evalue": "IllegalStateException\\nat line 1: throw new IllegalStateException();"}]}],
             "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
            """;
        Path file = Files.writeString(scratch.resolve("sums.ipynb"), notebook.replace(from, to));
        return Rerun.of(Notebook.read(file)).differences();
    }
}

package interleave.notebook.file;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.notebook.file.Notebook.Cell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Refreshing a notebook: where its outputs and the source of its lesson go. */
@ResourceLock(Resources.SYSTEM_OUT) // a cell prints to it
class CourseNotebookTest {
    @TempDir
    private Path home;

    private Path file;

    @BeforeEach
    void writeNotebook() throws IOException {
        Path lesson = Files.createDirectories(home.resolve("lessons/01-tea"));
        Files.writeString(lesson.resolve("Tea.java"), "package tea;\n\nclass Tea {}\n");
        file = Files.createDirectories(home.resolve("notebooks")).resolve("01-tea.ipynb");
        Files.writeString(file, """
            {"cells": [
             {"cell_type": "code", "id": "set-up", "metadata": {}, "source": ["var cups = 3;\\n", "cups"],
              "execution_count": null, "outputs": []},
             {"cell_type": "markdown", "id": "question", "metadata": {},
              "source": ["`lessons/01-tea/Tea.java`:\\n", "\\n", "```java\\n", "```\\n", "\\n",
                         "**Predict** the number of cups."]},
             {"cell_type": "code", "id": "answer", "metadata": {}, "source": ["cups + 1"],
              "execution_count": 7, "outputs": []}],
             "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
            """);
    }

    @Test
    void refreshKeepsOutputsOnlyAboveFirstPrediction() throws IOException {
        var refreshed = new CourseNotebook(file).refresh();

        assertThat(refreshed.changed()).isTrue();
        assertThat(refreshed.failures()).isEmpty();
        assertThat(cell("set-up").outputs())
                .singleElement()
                .satisfies(output -> assertThat(output.texts()).containsEntry("text/plain", "3"));
        assertThat(cell("answer").outputs()).isEmpty();
        assertThat(ExpectedOutputs.of(file).of(cell("answer")))
                .singleElement()
                .satisfies(output -> assertThat(output.texts()).containsEntry("text/plain", "4"));
    }

    @Test
    void refreshFillsInSourceOfLesson() throws IOException {
        new CourseNotebook(file).refresh();

        assertThat(cell("question").source()).contains("```java\nclass Tea {}\n```");
    }

    @Test
    void checkReportsNothingAfterRefresh() throws IOException {
        var notebook = new CourseNotebook(file);
        notebook.refresh();

        assertThat(notebook.check()).isEmpty();
        assertThat(notebook.refresh().changed()).isFalse();
    }

    @Test
    void checkReportsChangedSource() throws IOException {
        var notebook = new CourseNotebook(file);
        notebook.refresh();
        Files.writeString(home.resolve("lessons/01-tea/Tea.java"), "package tea;\n\nclass GreenTea {}\n");

        assertThat(notebook.check())
                .containsExactly("01-tea.ipynb, cell question: the listing differs from lessons/01-tea/Tea.java");
    }

    @Test
    void checkReportsOutputBelowPrediction() throws IOException {
        var notebook = new CourseNotebook(file);
        notebook.refresh();
        Files.writeString(file, Files.readString(file).replace("**Predict**", "Guess")); // so that the output stays
        notebook.refresh();
        Files.writeString(file, Files.readString(file).replace("Guess", "**Predict**"));

        assertThat(notebook.check())
                .containsExactly("01-tea.ipynb, cell answer: has a saved output, which a student would see before"
                        + " predicting it");
    }

    @Test
    void refreshReportsCellThatFails() throws IOException {
        Files.writeString(file, Files.readString(file).replace("cups + 1", "cups + saucers"));

        assertThat(new CourseNotebook(file).refresh().failures())
                .singleElement()
                .asString()
                .startsWith("01-tea.ipynb, cell answer: failed: ");
    }

    private Cell cell(String id) throws IOException {
        List<Cell> cells = Notebook.read(file).cells();
        return cells.stream().filter(cell -> cell.id().equals(id)).findFirst().orElseThrow();
    }
}

package interleave.notebook.file;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.notebook.file.Notebook.Cell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A notebook asks for a prediction before it shows anything. Text that contains an answer is folded. */
class PredictionsTest {
    /** Jupyter renders Markdown inside of the element only between empty lines. */
    private static final Pattern FOLDED = Pattern.compile(
            "^<details><summary>.+</summary>\n\n.+?\n\n</details>$", Pattern.MULTILINE | Pattern.DOTALL);

    static List<String> notebooks() throws IOException {
        return CourseNotebooks.names();
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void notebookAsksForPrediction(String name) throws IOException {
        assertThat(notebook(name).cells()).anyMatch(Cell::asksForPrediction);
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void everyOutputFollowsAPrediction(String name) throws IOException {
        var notebook = notebook(name);
        var expected = ExpectedOutputs.of(file(name));
        List<Cell> cells = notebook.cells();
        List<Cell> aboveFirstPrediction = notebook.cellsWithSavedOutputs();

        for (int index = 1; index < cells.size(); index++) {
            Cell cell = cells.get(index);
            if (!expected.of(cell).isEmpty() && !aboveFirstPrediction.contains(cell)) {
                assertThat(cells.get(index - 1).asksForPrediction())
                        .as("The cell before %s in %s asks for a prediction", cell.id(), name)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void foldedTextIsBetweenEmptyLines(String name) throws IOException {
        for (Cell cell : notebook(name).cells()) {
            if (cell.isMarkdown()) {
                assertThat(FOLDED.matcher(cell.source()).replaceAll(""))
                        .as(cell.id())
                        .doesNotContain("details>");
            }
        }
    }

    /** Such a paragraph says what the cell above has printed. */
    @ParameterizedTest
    @MethodSource("notebooks")
    void answersAreFolded(String name) throws IOException {
        for (Cell cell : notebook(name).cells()) {
            if (cell.isMarkdown()) {
                assertThat(FOLDED.matcher(cell.source()).replaceAll(""))
                        .as(cell.id())
                        .doesNotContain("**Look:**");
            }
        }
    }

    private static Notebook notebook(String name) throws IOException {
        return Notebook.read(file(name));
    }

    private static Path file(String name) {
        return CourseNotebooks.FOLDER.resolve(name);
    }
}

package interleave.notebook.file;

import interleave.notebook.file.Notebook.Cell;
import interleave.notebook.file.Notebook.Output;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A notebook of the course: the file that students open, and two things that its file is compared with, which are its
 * expected outputs and the source code of its lesson.
 *
 * @param file in the folder {@code notebooks} of the course
 */
public record CourseNotebook(Path file) {

    /** Runs the notebook. One message for each cell that {@link #refresh} would change, or that fails. */
    public List<String> check() throws IOException {
        return check(Rerun.of(Notebook.read(file)));
    }

    private List<String> check(Rerun rerun) throws IOException {
        var differences = new ArrayList<>(outdated());
        differences.addAll(rerun.differences(ExpectedOutputs.of(file)));
        return differences;
    }

    /** One message for each cell whose source listing or saved output is not as it should be. Runs nothing. */
    List<String> outdated() throws IOException {
        var notebook = Notebook.read(file);
        var expected = ExpectedOutputs.of(file);
        List<Cell> kept = notebook.cellsWithSavedOutputs();
        var outdated = new ArrayList<String>();
        for (Cell cell : notebook.cells()) {
            String problem = cell.isCode()
                    ? wrongOutputs(cell.outputs(), kept.contains(cell) ? expected.of(cell) : List.of())
                    : wrongListing(cell);
            if (!problem.isEmpty()) {
                outdated.add(notebook.name() + ", cell " + cell.id() + ": " + problem);
            }
        }
        return outdated;
    }

    private static String wrongOutputs(List<Output> saved, List<Output> expected) {
        if (saved.equals(expected)) {
            return "";
        }
        return expected.isEmpty()
                ? "has a saved output, which a student would see before predicting it"
                : "the saved output differs from the expected one";
    }

    private String wrongListing(Cell cell) throws IOException {
        return SourceListings.updated(cell.source(), home()).equals(cell.source())
                ? ""
                : "the listing differs from " + String.join(", ", SourceListings.files(cell.source()));
    }

    /**
     * What a refresh has done.
     *
     * @param changed whether {@link #check} found differences before
     * @param failures one message for each cell that fails without the tag raises-exception, or does not fail with it
     */
    public record Refreshed(boolean changed, List<String> failures) {}

    /** Runs the notebook, and writes its expected outputs, the outputs that it keeps, and its source listings. */
    public Refreshed refresh() throws IOException {
        var notebook = Notebook.read(file);
        Rerun rerun = Rerun.of(notebook);
        boolean changed = !check(rerun).isEmpty();
        ExpectedOutputs expected = rerun.refreshed(ExpectedOutputs.of(file));
        expected.write(file);
        for (Cell cell : notebook.cells()) {
            if (cell.isMarkdown()) {
                cell.setSource(SourceListings.updated(cell.source(), home()));
            }
        }
        notebook.saveOutputs(expected);
        notebook.write();
        return new Refreshed(changed, rerun.differences(expected));
    }

    private Path home() {
        return file.toAbsolutePath().resolveSibling("..").normalize();
    }
}

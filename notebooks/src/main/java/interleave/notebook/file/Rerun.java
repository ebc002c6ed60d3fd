package interleave.notebook.file;

import interleave.notebook.cell.CellFailed;
import interleave.notebook.cell.CellRunner;
import interleave.notebook.cell.CellStreams;
import interleave.notebook.file.Notebook.Cell;
import interleave.notebook.file.Notebook.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Runs a notebook from top to bottom like Jupyter, and compares the outputs with the expected ones. */
public final class Rerun {
    private final Notebook notebook;
    private final List<List<Output>> outputs = new ArrayList<>();

    private Rerun(Notebook notebook) {
        this.notebook = notebook;
    }

    /** Runs all cells, even after a cell has failed. */
    public static Rerun of(Notebook notebook) {
        var rerun = new Rerun(notebook);
        try (var streams = new CellStreams();
                var cells = new CellRunner()) {
            for (Cell cell : notebook.codeCells()) {
                rerun.outputs.add(run(cell, cells, streams));
            }
        }
        return rerun;
    }

    private static List<Output> run(Cell cell, CellRunner cells, CellStreams streams) {
        var outputs = new ArrayList<Output>();
        streams.begin((stream, text) -> Cell.add(outputs, Output.stream(stream, text)));
        try {
            var result = cells.run(cell.source());
            streams.flush();
            result.ifPresent(display -> outputs.add(Output.result(display)));
        } catch (CellFailed failed) {
            streams.flush();
            outputs.add(Output.error(failed));
        }
        return List.copyOf(outputs); // output after this moment is ignored
    }

    /** One message for each cell that fails or has other outputs than the expected ones. */
    public List<String> differences(ExpectedOutputs expected) {
        return differences(notebook, expected, outputs);
    }

    /** As {@link #differences(ExpectedOutputs)}, for a notebook that Jupyter has run. */
    public static List<String> differences(Notebook notebook, ExpectedOutputs expected, Notebook run) {
        List<String> ids = notebook.codeCells().stream().map(Cell::id).toList();
        List<String> runIds = run.codeCells().stream().map(Cell::id).toList();
        return ids.equals(runIds)
                ? differences(
                        notebook,
                        expected,
                        run.codeCells().stream().map(Cell::outputs).toList())
                : List.of(notebook.name() + ": expected the cells " + ids + ", but ran " + runIds);
    }

    private static List<String> differences(Notebook notebook, ExpectedOutputs expected, List<List<Output>> outputs) {
        var differences = new ArrayList<String>();
        for (int index = 0; index < outputs.size(); index++) {
            Cell cell = notebook.codeCells().get(index);
            String difference = difference(cell, expected.of(cell), outputs.get(index));
            if (!difference.isEmpty()) {
                differences.add(notebook.name() + ", cell " + cell.id() + ": " + difference);
            }
        }
        return differences;
    }

    private static String difference(Cell cell, List<Output> expected, List<Output> now) {
        var failure =
                now.stream().filter(output -> output.type().equals("error")).findFirst();
        if (failure.isPresent() && !cell.mayFail()) {
            return "failed: " + failure.get().texts().get("evalue");
        }
        if (failure.isEmpty() && cell.mayFail()) {
            return "expected an exception (the cell is tagged raises-exception), but it did not fail";
        }
        if (cell.varies()) {
            return kinds(expected).equals(kinds(now)) ? "" : "expected " + kinds(expected) + ", but got " + kinds(now);
        }
        return expected.equals(now) ? "" : "expected:\n" + text(expected) + "\nbut got:\n" + text(now);
    }

    private static List<String> kinds(List<Output> outputs) {
        return outputs.stream()
                .map(output -> output.type()
                        + output.texts().keySet().stream().sorted().toList())
                .toList();
    }

    private static String text(List<Output> outputs) {
        var text = new StringBuilder();
        outputs.forEach(output -> output.texts()
                .forEach((type, content) -> text.append(
                                type.equals("image/svg+xml") || type.equals("text/html")
                                        ? "[" + type + ", " + content.length() + " characters]"
                                        : content)
                        .append('\n')));
        return text.toString().stripTrailing();
    }

    /**
     * The outputs of this run as the new expected ones. A cell tagged varies keeps its old outputs if their kinds are
     * the same.
     */
    ExpectedOutputs refreshed(ExpectedOutputs old) {
        var refreshed = new TreeMap<String, List<Output>>();
        for (int index = 0; index < outputs.size(); index++) {
            Cell cell = notebook.codeCells().get(index);
            boolean unchanged =
                    difference(cell, old.of(cell), outputs.get(index)).isEmpty();
            refreshed.put(cell.id(), unchanged ? old.of(cell) : outputs.get(index));
        }
        return ExpectedOutputs.of(refreshed);
    }
}

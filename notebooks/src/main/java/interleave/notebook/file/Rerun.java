package interleave.notebook.file;

import interleave.notebook.cell.CellFailed;
import interleave.notebook.cell.CellRunner;
import interleave.notebook.cell.CellStreams;
import interleave.notebook.file.Notebook.Cell;
import interleave.notebook.file.Notebook.Output;
import java.util.ArrayList;
import java.util.List;

/** Runs a notebook from top to bottom as Jupyter would, and says where it no longer shows what its file keeps. */
public final class Rerun {
    private final Notebook notebook;
    private final List<List<Output>> outputs = new ArrayList<>();

    private Rerun(Notebook notebook) {
        this.notebook = notebook;
    }

    /** Runs all cells, also those behind one that failed. */
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
        return List.copyOf(outputs); // what is printed later is too late
    }

    /** One message for each cell that fails, or shows something else than is kept. */
    public List<String> differences() {
        return differences(notebook, outputs);
    }

    /** As {@link #differences()}, of a notebook that somebody else has run: Jupyter. */
    public static List<String> differences(Notebook kept, Notebook run) {
        List<String> keptIds = kept.codeCells().stream().map(Cell::id).toList();
        List<String> runIds = run.codeCells().stream().map(Cell::id).toList();
        return keptIds.equals(runIds)
                ? differences(kept, run.codeCells().stream().map(Cell::outputs).toList())
                : List.of(kept.name() + ": other cells were run: " + runIds);
    }

    private static List<String> differences(Notebook kept, List<List<Output>> outputs) {
        var differences = new ArrayList<String>();
        for (int index = 0; index < outputs.size(); index++) {
            Cell cell = kept.codeCells().get(index);
            String difference = difference(cell, outputs.get(index));
            if (!difference.isEmpty()) {
                differences.add(kept.name() + ", cell " + cell.id() + " " + difference);
            }
        }
        return differences;
    }

    private static String difference(Cell cell, List<Output> now) {
        var failure =
                now.stream().filter(output -> output.type().equals("error")).findFirst();
        if (failure.isPresent() && !cell.mayFail()) {
            return "fails: " + failure.get().texts().get("evalue");
        }
        if (failure.isEmpty() && cell.mayFail()) {
            return "should fail (it is tagged raises-exception), and does not";
        }
        List<Output> kept = cell.outputs();
        if (cell.varies()) {
            return kinds(kept).equals(kinds(now)) ? "" : "keeps " + kinds(kept) + ", and now shows " + kinds(now);
        }
        return kept.equals(now) ? "" : "keeps:\n" + text(kept) + "\nand now shows:\n" + text(now);
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

    /** Makes the notebook keep what it has shown now; of what varies, only when it has become something else. */
    public void keep() {
        for (int index = 0; index < outputs.size(); index++) {
            Cell cell = notebook.codeCells().get(index);
            boolean unchanged = difference(cell, outputs.get(index)).isEmpty();
            cell.keep(unchanged ? cell.outputs() : outputs.get(index), index + 1);
        }
    }
}

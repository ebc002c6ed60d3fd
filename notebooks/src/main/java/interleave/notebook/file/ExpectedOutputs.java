package interleave.notebook.file;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import interleave.notebook.file.Notebook.Cell;
import interleave.notebook.file.Notebook.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the cells of a notebook should show, by the ids of the cells. It is in a file of its own, because a student who
 * opens the notebook should predict these outputs.
 */
public final class ExpectedOutputs {
    private final Map<String, List<Output>> byCell;

    private ExpectedOutputs(Map<String, List<Output>> byCell) {
        this.byCell = byCell;
    }

    /** The file that has the expected outputs of this notebook. */
    static Path file(Path notebook) {
        String name = String.valueOf(notebook.getFileName()).replaceFirst("\\.ipynb$", ".json");
        return notebook.resolveSibling("src/test/expected").resolve(name);
    }

    /**
     * Reads the expected outputs of a notebook. A notebook without such a file shows nothing.
     *
     * @throws IOException if the file cannot be read, or has another format
     */
    public static ExpectedOutputs of(Path notebook) throws IOException {
        Path file = file(notebook);
        var byCell = new TreeMap<String, List<Output>>();
        if (Files.exists(file)) {
            try {
                JsonParser.parseString(Files.readString(file))
                        .getAsJsonObject()
                        .asMap()
                        .forEach((id, outputs) -> byCell.put(id, Output.listOf(outputs.getAsJsonArray())));
            } catch (JsonParseException | IllegalStateException | NullPointerException wrong) {
                throw new IOException(file + " has no outputs by the ids of cells", wrong);
            }
        }
        return new ExpectedOutputs(byCell);
    }

    static ExpectedOutputs of(Map<String, List<Output>> byCell) {
        return new ExpectedOutputs(Map.copyOf(byCell));
    }

    /** The outputs of a cell, which may be none. */
    List<Output> of(Cell cell) {
        return byCell.getOrDefault(cell.id(), List.of());
    }

    /** The ids of the cells that show something. */
    Set<String> cells() {
        return byCell.keySet();
    }

    /** The number of pictures that the notebook shows. */
    public long pictures() {
        return byCell.values().stream()
                .flatMap(List::stream)
                .filter(output -> output.texts().containsKey("image/svg+xml"))
                .count();
    }

    /** Writes the outputs to the file that belongs to this notebook. */
    void write(Path notebook) throws IOException {
        var cells = new JsonObject();
        byCell.forEach((id, outputs) -> {
            var array = new JsonArray();
            outputs.forEach(output -> array.add(output.json()));
            if (!outputs.isEmpty()) {
                cells.add(id, array);
            }
        });
        Path file = file(notebook);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, Notebook.text(cells));
    }
}

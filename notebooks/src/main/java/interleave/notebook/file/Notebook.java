package interleave.notebook.file;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import interleave.notebook.Display;
import interleave.notebook.cell.CellFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An {@code .ipynb} file with its code cells and their saved outputs. */
public final class Notebook {
    /** The format that Jupyter writes: indented by one space, and without escaped characters. */
    private static final Gson JSON = new GsonBuilder()
            .setFormattingStyle(FormattingStyle.PRETTY.withIndent(" "))
            .disableHtmlEscaping()
            .serializeNulls()
            .create();

    private final Path file;
    private final JsonObject notebook;
    private final List<Cell> cells;

    private Notebook(Path file, JsonObject notebook) {
        this.file = file;
        this.notebook = notebook;
        this.cells = notebook.getAsJsonArray("cells").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(cell -> cell.get("cell_type").getAsString().equals("code"))
                .map(Cell::new)
                .toList();
    }

    /**
     * Reads a notebook.
     *
     * @throws IOException if it cannot be read, or is not a notebook
     */
    public static Notebook read(Path file) throws IOException {
        try {
            return new Notebook(
                    file, JsonParser.parseString(Files.readString(file)).getAsJsonObject());
        } catch (JsonParseException | IllegalStateException | NullPointerException wrong) {
            throw new IOException(file + " is not a notebook", wrong);
        }
    }

    public String name() {
        return String.valueOf(file.getFileName());
    }

    public List<Cell> codeCells() {
        return cells;
    }

    /** Writes the notebook back to its file, with the current outputs of its cells. */
    public void write() throws IOException {
        Files.writeString(file, JSON.toJson(sorted(notebook)) + "\n");
    }

    private static JsonElement sorted(JsonElement element) {
        if (element.isJsonArray()) {
            var array = new JsonArray();
            element.getAsJsonArray().forEach(item -> array.add(sorted(item)));
            return array;
        }
        if (element.isJsonObject()) {
            var object = new JsonObject();
            new TreeMap<>(element.getAsJsonObject().asMap()).forEach((key, value) -> object.add(key, sorted(value)));
            return object;
        }
        return element;
    }

    /** A code cell. */
    public static final class Cell {
        private final JsonObject json;

        private Cell(JsonObject json) {
            this.json = json;
        }

        public String id() {
            return json.has("id") ? json.get("id").getAsString() : "without an id";
        }

        String source() {
            return joined(json.get("source"));
        }

        /** Whether it fails on purpose, to show an error to the student. */
        boolean mayFail() {
            return hasTag("raises-exception");
        }

        /** Whether its outputs differ from run to run, such as measured times. */
        boolean varies() {
            return hasTag("varies");
        }

        private boolean hasTag(String tag) {
            JsonElement tags = json.getAsJsonObject("metadata").get("tags");
            return tags != null && tags.getAsJsonArray().contains(new JsonPrimitive(tag));
        }

        public List<Output> outputs() {
            var outputs = new ArrayList<Output>();
            json.getAsJsonArray("outputs").forEach(output -> add(outputs, Output.of(output.getAsJsonObject())));
            return outputs;
        }

        void save(List<Output> outputs, int executionCount) {
            var array = new JsonArray();
            outputs.forEach(output -> array.add(output.json(executionCount)));
            json.add("outputs", array);
            json.addProperty("execution_count", executionCount);
        }

        /** Adds an output. Consecutive texts of the same stream are joined. */
        static void add(List<Output> outputs, Output next) {
            if (!outputs.isEmpty() && outputs.getLast().continuedBy(next)) {
                Output last = outputs.removeLast();
                outputs.add(Output.stream(last.name, last.texts.get("text") + next.texts.get("text")));
            } else {
                outputs.add(next);
            }
        }
    }

    /**
     * One output of a cell.
     *
     * @param type the type in the file format: {@code stream}, {@code execute_result} or {@code error}
     * @param name of the stream or the exception; empty for a result
     * @param texts the text of the stream, the message of the exception, or the result by MIME type
     */
    public record Output(String type, String name, Map<String, String> texts) {

        static Output stream(String name, String text) {
            return new Output("stream", name, Map.of("text", text));
        }

        static Output result(Display display) {
            return new Output("execute_result", "", display.byType());
        }

        static Output error(CellFailed failed) {
            return new Output("error", failed.kind(), Map.of("evalue", failed.text()));
        }

        private static Output of(JsonObject json) {
            String type = json.get("output_type").getAsString();
            return switch (type) {
                case "stream" -> stream(json.get("name").getAsString(), joined(json.get("text")));
                case "error" ->
                    new Output(
                            type,
                            json.get("ename").getAsString(),
                            Map.of("evalue", json.get("evalue").getAsString()));
                default ->
                    new Output(
                            type,
                            "",
                            json.getAsJsonObject("data").asMap().entrySet().stream()
                                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> joined(entry.getValue()))));
            };
        }

        private boolean continuedBy(Output next) {
            return type.equals("stream") && next.type.equals("stream") && name.equals(next.name);
        }

        private JsonObject json(int executionCount) {
            var json = new JsonObject();
            json.addProperty("output_type", type);
            switch (type) {
                case "stream" -> {
                    json.addProperty("name", name);
                    json.add("text", lines(texts.getOrDefault("text", "")));
                }
                case "error" -> {
                    json.addProperty("ename", name);
                    json.addProperty("evalue", texts.get("evalue"));
                    var traceback = new JsonArray();
                    texts.getOrDefault("evalue", "").lines().forEach(traceback::add);
                    json.add("traceback", traceback);
                }
                default -> {
                    var data = new JsonObject();
                    texts.forEach((mimeType, text) -> data.add(mimeType, lines(text)));
                    json.add("data", data);
                    json.add("metadata", new JsonObject());
                    json.addProperty("execution_count", executionCount);
                }
            }
            return json;
        }
    }

    /** The format represents a text as a list of lines, each with its line end. */
    private static JsonArray lines(String text) {
        var lines = new JsonArray();
        for (String line : text.split("(?<=\n)")) {
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static String joined(JsonElement text) {
        return text.isJsonArray()
                ? text.getAsJsonArray().asList().stream()
                        .map(JsonElement::getAsString)
                        .collect(Collectors.joining())
                : text.isJsonPrimitive() ? text.getAsString() : JSON.toJson(text);
    }
}

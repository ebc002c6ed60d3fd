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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An {@code .ipynb} file with its cells and their saved outputs. */
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

    Path file() {
        return file;
    }

    /** Code and Markdown, in their order. */
    List<Cell> cells() {
        return cells;
    }

    public List<Cell> codeCells() {
        return cells.stream().filter(Cell::isCode).toList();
    }

    /**
     * The code cells that keep their outputs in the notebook: those above its first prediction. From there on, an
     * output would be an answer that a student sees before the question.
     */
    List<Cell> cellsWithSavedOutputs() {
        return cells.stream()
                .takeWhile(cell -> !cell.asksForPrediction())
                .filter(Cell::isCode)
                .toList();
    }

    /** Saves the outputs that the notebook keeps, and removes all others. */
    void saveOutputs(ExpectedOutputs expected) {
        List<Cell> kept = cellsWithSavedOutputs();
        for (Cell cell : codeCells()) {
            cell.save(
                    kept.contains(cell) ? expected.of(cell) : List.of(),
                    codeCells().indexOf(cell) + 1);
        }
    }

    /** Writes the notebook back to its file, with the current text and outputs of its cells. */
    public void write() throws IOException {
        Files.writeString(file, text(notebook));
    }

    /** JSON in the format of Jupyter's files, with sorted keys. */
    static String text(JsonObject json) {
        return JSON.toJson(sorted(json)) + "\n";
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

    /** A cell with code or Markdown. */
    public static final class Cell {
        private static final Pattern PREDICTION = Pattern.compile("\\*\\*Predict\\b");

        private final JsonObject json;

        private Cell(JsonObject json) {
            this.json = json;
        }

        public String id() {
            return json.has("id") ? json.get("id").getAsString() : "without an id";
        }

        boolean isCode() {
            return isOfType("code");
        }

        boolean isMarkdown() {
            return isOfType("markdown");
        }

        private boolean isOfType(String type) {
            return json.get("cell_type").getAsString().equals(type);
        }

        /** Whether it is Markdown with a word "Predict" in bold. */
        boolean asksForPrediction() {
            return isMarkdown() && PREDICTION.matcher(source()).find();
        }

        String source() {
            return joined(json.get("source"));
        }

        void setSource(String text) {
            json.add("source", lines(text));
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

        /** The outputs in the notebook's file. */
        public List<Output> outputs() {
            return Output.listOf(json.getAsJsonArray("outputs"));
        }

        /** Replaces the outputs. A cell without any looks as if it had not been run. */
        private void save(List<Output> outputs, int executionCount) {
            var array = new JsonArray();
            for (Output output : outputs) {
                JsonObject saved = output.json();
                if (output.isResult()) {
                    saved.addProperty("execution_count", executionCount);
                }
                array.add(saved);
            }
            json.add("outputs", array);
            json.addProperty("execution_count", outputs.isEmpty() ? null : executionCount);
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

        static List<Output> listOf(JsonArray json) {
            var outputs = new ArrayList<Output>();
            json.forEach(output -> Cell.add(outputs, of(output.getAsJsonObject())));
            return outputs;
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

        private boolean isResult() {
            return type.equals("execute_result");
        }

        /** In the file format, but without the number of the execution. */
        JsonObject json() {
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

package benchmarks.runner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;

/**
 * JMH's results as JSON. Each element has an additional key {@code profilerOutput} with the text of profilers that
 * measure no number, such as {@code -prof stack}, because JMH leaves it out. The file is complete at every moment, so
 * an interrupted run keeps what it has measured.
 */
record ResultFile(Path path) {

    /** Replaces the file by a new one. */
    void write(Collection<RunResult> results) throws IOException {
        Path part = path.resolveSibling(path.getFileName() + ".part");
        Files.writeString(
                part, results.stream().map(ResultFile::element).collect(Collectors.joining(",\n", "[\n", "\n]\n")));
        Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String element(RunResult result) {
        var bytes = new ByteArrayOutputStream();
        try (var print = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            ResultFormatFactory.getInstance(ResultFormatType.JSON, print).writeOut(List.of(result));
        }
        String array = bytes.toString(StandardCharsets.UTF_8);
        String object =
                array.substring(array.indexOf('{'), array.lastIndexOf('}')).stripTrailing();
        return object + ",\n\"profilerOutput\" : {" + profilerOutput(result) + "}\n}";
    }

    @SuppressWarnings("rawtypes") // JMH declares the results of profilers so
    private static String profilerOutput(RunResult result) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(profiler -> Double.isNaN(profiler.getValue().getScore()))
                .map(profiler -> quoted(profiler.getKey()) + ": "
                        + quoted(profiler.getValue().extendedInfo()))
                .collect(Collectors.joining(", "));
    }

    private static String quoted(String text) {
        return text.chars()
                .mapToObj(character -> character == '"' || character == '\\'
                        ? "\\" + (char) character
                        : character < ' ' ? "\\u%04x".formatted(character) : String.valueOf((char) character))
                .collect(Collectors.joining("", "\"", "\""));
    }
}

package benchmarks.runner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;

/** JMH's results as JSON. The file is complete at every moment, so an interrupted run keeps what it has measured. */
record ResultFile(Path path) {

    /** Replaces the file by a new one. */
    void write(Collection<RunResult> results) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var print = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            ResultFormatFactory.getInstance(ResultFormatType.JSON, print).writeOut(results);
        }
        Path part = path.resolveSibling(path.getFileName() + ".part");
        Files.write(part, bytes.toByteArray());
        Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
    }
}

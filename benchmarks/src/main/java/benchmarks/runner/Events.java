package benchmarks.runner;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reports events to the course: one line per event, with tabs between its fields. Thread-safe. */
final class Events {
    private final PrintStream out;

    Events(OutputStream out) {
        this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    synchronized void send(Object... fields) {
        var line = new StringBuilder();
        for (Object field : fields) {
            String text =
                    field instanceof Double number ? String.format(Locale.ROOT, "%.3f", number) : String.valueOf(field);
            line.append(line.isEmpty() ? "" : "\t").append(text.replaceAll("\\s+", " "));
        }
        out.println(line);
    }

    void excluded(Exclusion exclusion) {
        send("cut", exclusion.what(), exclusion.why());
    }
}

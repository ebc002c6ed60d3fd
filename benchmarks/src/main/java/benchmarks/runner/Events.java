package benchmarks.runner;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tells the course what happens: a line for each event, with tabs between its fields. Any thread may send. */
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

package interleave.virtualtime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Assembles the lines of each thread from bytes that arrive in pieces, interleaved with those of other threads. */
final class LinesByThread {
    /** The incomplete line of each thread. */
    private final Map<Thread, ByteArrayOutputStream> begun = new LinkedHashMap<>();

    /** Adds bytes that a thread printed, and passes each completed line, without its line end, to {@code complete}. */
    void take(Thread thread, byte[] bytes, int offset, int length, Charset charset, Consumer<String> complete) {
        var line = begun.computeIfAbsent(thread, first -> new ByteArrayOutputStream());
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                String text = line.toString(charset);
                line.reset();
                complete.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
            } else {
                line.write(bytes[i]);
            }
        }
        if (line.size() == 0) {
            begun.remove(thread);
        }
    }

    /** The lines without a line end. */
    Map<Thread, String> incomplete(Charset charset) {
        var lines = new LinkedHashMap<Thread, String>();
        begun.forEach((thread, line) -> lines.put(thread, line.toString(charset)));
        return lines;
    }
}

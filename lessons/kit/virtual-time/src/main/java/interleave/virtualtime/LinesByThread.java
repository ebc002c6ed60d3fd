package interleave.virtualtime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Puts together the lines of each thread, whose bytes come in pieces and in between those of others. */
final class LinesByThread {
    /** What a thread has printed of a line that is not complete. */
    private final Map<Thread, ByteArrayOutputStream> begun = new LinkedHashMap<>();

    /** Takes what a thread prints, and passes on each line that is now complete, without its end. */
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

    /** The lines that no line end has completed. */
    Map<Thread, String> incomplete(Charset charset) {
        var lines = new LinkedHashMap<Thread, String>();
        begun.forEach((thread, line) -> lines.put(thread, line.toString(charset)));
        return lines;
    }
}

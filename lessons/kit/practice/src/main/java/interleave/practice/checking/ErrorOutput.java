package interleave.practice.checking;

import interleave.practice.judging.Explanation;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

/** Keeps the beginning of what a student's code prints to {@code System.err}. */
final class ErrorOutput extends OutputStream {
    private static final int MAX_BYTES = 4_000;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    @Override
    public synchronized void write(int oneByte) {
        if (kept.size() < MAX_BYTES) {
            kept.write(oneByte);
        }
    }

    /** Returns the first line as a remark, and clears the output. Exceptions of the course's tools are left out. */
    synchronized List<String> drain() {
        String text = kept.toString(StandardCharsets.UTF_8).strip();
        kept.reset();
        return text.lines()
                .filter(Predicate.not(Explanation::isAboutTheTool))
                .limit(1)
                .map(line -> "Your code printed to System.err: " + line)
                .toList();
    }
}

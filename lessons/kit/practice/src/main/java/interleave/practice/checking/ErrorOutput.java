package interleave.practice.checking;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The beginning of what a student's code prints to {@code System.err}. */
final class ErrorOutput extends OutputStream {
    private static final int MOST = 4_000;

    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    @Override
    public synchronized void write(int oneByte) {
        if (begun.size() < MOST) {
            begun.write(oneByte);
        }
    }

    /** Its first line since the last time, as a remark. */
    synchronized List<String> drain() {
        String text = begun.toString(StandardCharsets.UTF_8).strip();
        begun.reset();
        return text.isEmpty()
                ? List.of()
                : List.of(
                        "It printed to System.err: " + text.lines().findFirst().orElse(""));
    }
}

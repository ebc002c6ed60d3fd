package benchmarks.output;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The output of the versions of a lesson. It is compared before they are timed, and discarded while they are timed. */
public final class StandardOutput {
    private final PrintStream terminal = System.out;

    /** Work that a version of a lesson does. */
    @FunctionalInterface
    public interface Work<V> {
        void with(V version) throws Exception;
    }

    /** Discards what is printed from now on, because writing to a terminal would dominate the measurement. */
    public void mute() {
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    }

    public void restore() {
        System.setOut(terminal);
    }

    /**
     * Fails unless all versions print the same lines when they do the work. The order may differ.
     *
     * @return the lines, sorted
     */
    @SafeVarargs
    public final <V> List<String> compare(Work<V> work, V first, V... others) throws Exception {
        List<String> expected = sortedLines(work, first);
        for (V other : others) {
            List<String> printed = sortedLines(work, other);
            if (!printed.equals(expected)) {
                throw new AssertionError("Expected " + other.getClass().getSimpleName() + " to print " + expected
                        + ", but it printed " + printed);
            }
        }
        return expected;
    }

    private <V> List<String> sortedLines(Work<V> work, V version) throws Exception {
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            work.with(version);
        } finally {
            restore();
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().sorted().toList();
    }
}

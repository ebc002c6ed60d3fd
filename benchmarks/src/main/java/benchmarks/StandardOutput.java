package benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What versions print: compared before they are timed, thrown away while they are. */
final class StandardOutput {
    private final PrintStream terminal = System.out;

    /** Work that a version of a lesson does. */
    @FunctionalInterface
    interface Work<V> {
        void with(V version) throws Exception;
    }

    /** From now on nobody reads what is printed: a terminal would be all that is measured. */
    void mute() {
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    }

    void restore() {
        System.setOut(terminal);
    }

    /**
     * Fails unless all versions print the same lines when they do the work. In which order is their own affair.
     *
     * @return the lines, sorted
     */
    @SafeVarargs
    final <V> List<String> compare(Work<V> work, V first, V... others) throws Exception {
        List<String> expected = sortedLines(work, first);
        for (V other : others) {
            List<String> printed = sortedLines(work, other);
            if (!printed.equals(expected)) {
                throw new AssertionError(other.getClass().getSimpleName() + " prints " + printed + ", not " + expected);
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

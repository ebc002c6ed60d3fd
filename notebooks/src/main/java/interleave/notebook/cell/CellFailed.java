package interleave.notebook.cell;

import java.util.List;

/** Thrown if a cell cannot be compiled, throws, or is stopped. The message for the student has at most five lines. */
public final class CellFailed extends Exception {
    private static final long serialVersionUID = 1;
    private static final int MOST_LINES = 5;

    private final String kind;

    /** @param kind the simple name of the exception, {@code CompileError} or {@code Interrupted} */
    public CellFailed(String kind, List<String> lines) {
        super(String.join("\n", lines.size() <= MOST_LINES ? lines : lines.subList(0, MOST_LINES)), null, false, false);
        this.kind = kind;
    }

    public String kind() {
        return kind;
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}

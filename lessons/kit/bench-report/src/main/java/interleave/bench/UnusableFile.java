package interleave.bench;

import java.util.Objects;

/** A file that is no result, is damaged, or does not fit the others; its message is for the one who named it. */
public final class UnusableFile extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** At most three lines. */
    UnusableFile(String... lines) {
        super(String.join(System.lineSeparator(), lines));
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}

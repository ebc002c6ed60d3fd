package interleave.bench;

import java.util.Objects;

/** Thrown for a file that is missing, damaged or not comparable with the others. The message is for the user. */
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

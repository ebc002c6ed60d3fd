package interleave.course.lessons;

/** A mistake of whoever uses or writes the course: shown as its message alone, and ends with exit code 2. */
public final class CourseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** At most three lines: what happened, where, and what to do next. */
    public CourseException(String... lines) {
        super(String.join(System.lineSeparator(), lines));
    }
}

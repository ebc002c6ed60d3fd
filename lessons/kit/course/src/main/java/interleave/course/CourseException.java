package interleave.course;

/** A mistake of whoever uses or writes the course: shown as its message alone, and ends with exit code 2. */
final class CourseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** At most three lines: what happened, where, and what to do next. */
    CourseException(String... lines) {
        super(String.join(System.lineSeparator(), lines));
    }
}

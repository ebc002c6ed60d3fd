package interleave.course.lessons;

/** A mistake of a student, or of an author of lessons: shown without a stack trace, exit code 2. */
public final class CourseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** At most three lines: what happened, where, and what to do next. */
    public CourseException(String... lines) {
        super(String.join(System.lineSeparator(), lines));
    }
}

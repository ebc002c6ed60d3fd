package errors;

/** The exception of a task whose failure is watched. */
public final class PageException extends RuntimeException {

    PageException() {
        super("no page");
    }

    /** The task: it always fails. */
    @SuppressWarnings("DoNotCallSuggester") // a task that fails is what the table needs
    public static String page() {
        throw new PageException();
    }
}

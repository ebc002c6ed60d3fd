package streams;

/** Handles the lines of a source as they arrive, in order. */
public interface LineProcessor {

    /**
     * Returns when all lines are handled, or when the handler wants no more. By then, the source is closed, and nothing
     * reads from it any more.
     *
     * @throws Exception the exception of the source, after the lines before it have been handled, or that of the
     *     handler
     */
    void process(Source source, LineHandler handler) throws Exception;
}

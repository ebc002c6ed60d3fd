package contextmanager;

import java.util.List;

/**
 * Makes reports. Each report opens a connection to a database, sends two queries one after the other, and closes the
 * connection, whatever happens. From "Asynchronous Programming with Python", which does it with a context manager.
 */
public interface Reporter {

    /** The two queries of a report, in SQL. */
    record Queries(String users, String products) {
        /** The queries of the article. */
        public static final Queries OF_THE_ARTICLE = new Queries("SELECT * FROM users", "SELECT * FROM products");
    }

    /** The results of the two queries. */
    record Report(String users, String products) {}

    /**
     * Makes this number of reports, each on its own connection. All connections are closed when it returns or throws.
     *
     * @throws Exception when a report fails: its exception, or an {@link java.util.concurrent.ExecutionException} that
     *     wraps it; {@link InterruptedException} when the calling thread is interrupted
     */
    List<Report> report(int reports, Queries queries) throws Exception;
}

package contextmanager;

import java.util.List;

/**
 * Makes reports: each opens a connection to a database, asks its two questions one after the other, and closes the
 * connection, whatever happens. The asynchronous context manager of "Asynchronous Programming with Python".
 */
public interface Reporter {

    /** What a report asks, as SQL. */
    record Queries(String users, String products) {
        /** Those of the article. */
        public static final Queries OF_THE_ARTICLE = new Queries("SELECT * FROM users", "SELECT * FROM products");
    }

    /** What the database answered. */
    record Report(String users, String products) {}

    /**
     * Makes so many reports, each on a connection of its own.
     *
     * @throws Exception what a report failed with, or an {@link java.util.concurrent.ExecutionException} around it;
     *     {@link InterruptedException} when the reporter is told to stop. The connections are closed then.
     */
    List<Report> report(int reports, Queries queries) throws Exception;
}

package contextmanager.databases;

import static java.time.Duration.ofMillis;

import contextmanager.Reporter;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of every version's {@code main}, in any order.
 *
 * @param reports how many reports are made
 * @param url of the database; if empty, an in-memory H2 is used
 */
record DatabaseArguments(int reports, Optional<String> url) {

    /** The size of a connection pool. */
    static final int CONNECTIONS = 3;

    /** @throws IllegalArgumentException when an argument is unknown */
    static DatabaseArguments of(String... words) {
        int reports = CONNECTIONS;
        var url = Optional.<String>empty();
        for (var rest = List.of(words).iterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (word) {
                case "--database" -> url = Optional.of(rest.hasNext() ? rest.next() : "");
                case "query-fails", "close-fails" ->
                    IO.println("Ignored " + word + ": only the simulated database fails on request.");
                default -> reports = number(word);
            }
        }
        return new DatabaseArguments(reports, url);
    }

    private static int number(String word) {
        if (!word.matches("[1-9]\\d{0,5}")) {
            throw new IllegalArgumentException("Unknown argument '" + word + "' for a real database.\n"
                    + "It accepts a number of reports (1 to 999999) and --database URL.");
        }
        return Integer.parseInt(word);
    }

    /**
     * Returns the server to connect to.
     *
     * @throws IllegalArgumentException when the URL is not that of a PostgreSQL server
     */
    DatabaseServer server() {
        return url.isPresent() ? PostgresAddress.parse(url.get(), System.getenv()) : new InMemoryServer();
    }

    /** Makes the reports. Each query takes half a second. */
    void run(Reporter version) throws Exception {
        version.report(reports, DatabaseServer.queries(ofMillis(500)));
    }
}

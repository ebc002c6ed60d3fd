package blockingtheloop;

import java.sql.DriverManager;
import java.sql.SQLException;

/** An in-memory database of high scores. JDBC has no asynchronous calls, so each query blocks its thread. */
public final class ScoreDatabase {

    private static final String URL = "jdbc:h2:mem:";

    private ScoreDatabase() {}

    /** Runs a query that takes a second, and returns its only value. */
    static String slowestQuery() throws SQLException {
        try (var connection = DriverManager.getConnection(URL);
                var statement = connection.createStatement()) {
            statement.execute("CREATE ALIAS best FOR 'blockingtheloop.ScoreDatabase.best'");
            try (var rows = statement.executeQuery("SELECT best(1000)")) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    /** The SQL function of the query. The database calls it on the thread that runs the query. */
    public static String best(int millis) throws InterruptedException {
        Thread.sleep(millis);
        return "queried";
    }
}

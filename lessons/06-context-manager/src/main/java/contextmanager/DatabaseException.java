package contextmanager;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;

/** What a database refused or could not do: at most three lines that say what, where, and what to do. */
public final class DatabaseException extends RuntimeException {

    /** A failure of the lesson's own database. */
    DatabaseException(String message) {
        super(message);
    }

    /** Told in words: where in the lesson's code it came up would tell a student nothing. */
    private DatabaseException(Throwable cause, String... lines) {
        super(String.join("\n", lines), cause, true, false);
    }

    /** A wrong address or password: what the driver says of it would only be in the way. */
    private static DatabaseException mistake(String... lines) {
        return new DatabaseException(null, lines);
    }

    /**
     * What a driver's failure means. Drivers pass on the server's code, of five characters, the same for both: the
     * SQLSTATE.
     *
     * @param server its name
     */
    static DatabaseException explaining(Throwable failure, String server) {
        if (causedBy(ConnectException.class, failure) || causedBy(UnknownHostException.class, failure)) {
            return mistake(
                    "Nothing answers where " + server + " should be.", "Is it running, and are host and port right?");
        }
        return switch (sqlState(failure)) {
            case "28P01", "28000" ->
                mistake(
                        server + " does not accept this user and password.",
                        "Give them in the URL, ?user=...&password=..., or in the environment as PGUSER and"
                                + " PGPASSWORD.");
            case "3D000" ->
                mistake(
                        server + " has no database of this name.",
                        "Mend the end of the URL, or create the database: createdb NAME");
            case "08001", "08003", "08006", "57P01", "57P02", "57P03" ->
                new DatabaseException(
                        failure,
                        "The connection to " + server + " is lost: it cannot be used any more.",
                        "What it was asked last may have been done, or not.");
            default -> new DatabaseException(failure, server + ": " + firstLine(failure));
        };
    }

    private static String sqlState(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof PgException refused) {
                return String.valueOf(refused.getSqlState());
            }
            if (each instanceof SQLException refused && refused.getSQLState() != null) {
                return refused.getSQLState();
            }
            if (each instanceof ClosedConnectionException) {
                return "08006"; // the asynchronous driver's word for it
            }
        }
        return "";
    }

    private static boolean causedBy(Class<? extends Throwable> type, Throwable failure) {
        return failure != null && (type.isInstance(failure) || causedBy(type, failure.getCause()));
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .strip();
    }

    /** The JVM and the course print this: the name of a Java class in front would tell a student nothing. */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return getMessage();
    }
}

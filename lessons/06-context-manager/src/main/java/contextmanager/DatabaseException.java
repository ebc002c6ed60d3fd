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

    private DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A mistake of whoever typed the address or the password needs no stack trace. */
    private static DatabaseException mistake(String... lines) {
        var mistake = new DatabaseException(String.join("\n", lines));
        mistake.setStackTrace(new StackTraceElement[0]);
        return mistake;
    }

    /**
     * What a driver's failure means. Drivers pass on the server's code, of five characters, the same for both: the SQLSTATE.
     *
     * @param server its name
     */
    static DatabaseException explaining(Throwable failure, String server) {
        if (causedBy(ConnectException.class, failure) || causedBy(UnknownHostException.class, failure)) {
            return mistake("Nothing answers where " + server + " should be.",
                    "Is it running, and are host and port right?");
        }
        String state = sqlState(failure);
        return switch (state) {
            case "28P01", "28000" -> mistake(server + " does not accept this user and password.",
                    "Give them in the URL, ?user=...&password=..., or in the environment as PGUSER and PGPASSWORD.");
            case "3D000" -> mistake(server + " has no database of this name.",
                    "Mend the end of the URL, or create the database: createdb NAME");
            case "08001", "08003", "08006", "57P01", "57P02",
                    "57P03" ->
                new DatabaseException("The connection to " + server
                        + " is lost: it cannot be used any more.\n"
                        + "What it was asked last may have been done, or not.", failure);
            default -> new DatabaseException(server + ": " + firstLine(failure), failure);
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
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("").strip();
    }

    @Override
    public String toString() {
        return getMessage();
    }
}

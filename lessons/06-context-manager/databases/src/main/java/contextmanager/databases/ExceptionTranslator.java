package contextmanager.databases;

import contextmanager.DatabaseException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;

/** Translates the exceptions of both drivers into a {@link DatabaseException} whose message says what to do. */
final class ExceptionTranslator {

    private ExceptionTranslator() {}

    /**
     * Translates the exception of a driver. Both drivers provide the SQLSTATE, a code of five characters that the
     * server sends with every error.
     *
     * @param server the name of the server
     */
    static DatabaseException translate(Throwable failure, String server) {
        return new DatabaseException(message(failure, server), failure);
    }

    private static String message(Throwable failure, String server) {
        if (isCausedBy(ConnectException.class, failure) || isCausedBy(UnknownHostException.class, failure)) {
            return "Cannot connect to " + server + ": no server answers there.\n"
                    + "Is it running? Are host and port correct?";
        }
        return switch (sqlState(failure)) {
            case "28P01", "28000" ->
                server + " does not accept this user and password.\n"
                        + "Set them in the URL, ?user=...&password=..., or as PGUSER and PGPASSWORD in the"
                        + " environment.";
            case "3D000" ->
                server + " has no database of this name.\n"
                        + "Correct the end of the URL, or create the database: createdb NAME";
            case "08001", "08003", "08006", "57P01", "57P02", "57P03" ->
                "The connection to " + server + " is lost and cannot be used any more.\n"
                        + "The last query may or may not have been executed.";
            default -> server + ": " + firstLine(failure);
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
                return "08006"; // Vert.x has its own exception for this code
            }
        }
        return "";
    }

    private static boolean isCausedBy(Class<? extends Throwable> type, Throwable failure) {
        return failure != null && (type.isInstance(failure) || isCausedBy(type, failure.getCause()));
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .strip();
    }
}

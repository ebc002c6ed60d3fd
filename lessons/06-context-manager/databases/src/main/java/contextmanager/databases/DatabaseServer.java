package contextmanager.databases;

import contextmanager.Reporter.Queries;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Duration;
import java.util.Locale;

/** A real database, and how the two kinds of drivers reach it. */
public interface DatabaseServer extends AutoCloseable {

    /** As messages name it: never with a password. */
    String name();

    /** For a driver that blocks. */
    String jdbcUrl();

    /** Who asks. */
    String user();

    /** Proves it. */
    String password();

    /** For the asynchronous driver, which speaks the protocol of PostgreSQL. */
    PgConnectOptions pgOptions();

    @Override
    void close();

    /** Two questions that need no tables; the server takes so long for each, as it would over much data. */
    static Queries queries(Duration pause) {
        String wait = String.format(Locale.ROOT, "pg_sleep(%.3f)", pause.toNanos() / 1e9);
        return new Queries(
                "SELECT count(*) || ' users', " + wait + " FROM (VALUES (1), (2), (3)) users",
                "SELECT count(*) || ' products', " + wait + " FROM (VALUES (1), (2)) products");
    }
}

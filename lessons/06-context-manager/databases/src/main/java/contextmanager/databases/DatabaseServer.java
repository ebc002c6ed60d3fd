package contextmanager.databases;

import contextmanager.Reporter.Queries;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Duration;
import java.util.Locale;

/** A real database server, with the connection settings for both kinds of drivers. */
public interface DatabaseServer extends AutoCloseable {

    /** Returns the name for messages, without a password. */
    String name();

    /** Returns the URL for JDBC. */
    String jdbcUrl();

    /** Returns the name of the database user. */
    String user();

    /** Returns the password of the database user. */
    String password();

    /** Returns the settings for the asynchronous driver, which uses the protocol of PostgreSQL. */
    PgConnectOptions pgOptions();

    @Override
    void close();

    /** Returns two queries that need no tables. Each takes {@code pause}, like a query over a lot of data. */
    static Queries queries(Duration pause) {
        String wait = String.format(Locale.ROOT, "pg_sleep(%.3f)", pause.toNanos() / 1e9);
        return new Queries(
                "SELECT count(*) || ' users', " + wait + " FROM (VALUES (1), (2), (3)) users",
                "SELECT count(*) || ' products', " + wait + " FROM (VALUES (1), (2)) products");
    }
}

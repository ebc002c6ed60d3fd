package contextmanager.databases;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * A PostgreSQL server that all tests of this JVM share, where a user "student" needs the password "secret". It starts
 * when the first test needs it and stops with the JVM.
 */
final class TestPostgres {
    private static Optional<TestPostgres> shared = Optional.empty();

    private final EmbeddedPostgres postgres;

    private TestPostgres(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Returns the running server. Skips the test where PostgreSQL cannot start, except on a build server. */
    static synchronized TestPostgres running() throws Exception {
        if (shared.isEmpty()) {
            shared = Optional.of(start());
        }
        return shared.get();
    }

    private static TestPostgres start() throws Exception {
        EmbeddedPostgres postgres;
        try {
            postgres = EmbeddedPostgres.start();
        } catch (IOException | RuntimeException | LinkageError failure) {
            if (System.getenv("CI") != null) {
                throw failure;
            }
            Assumptions.abort("PostgreSQL cannot be started here: " + failure);
            throw failure;
        }
        var started = new TestPostgres(postgres);
        started.requirePasswords();
        return started;
    }

    private void requirePasswords() throws SQLException, IOException {
        execute("CREATE ROLE student LOGIN PASSWORD 'secret'");
        Files.writeString(Path.of(query("SHOW hba_file")), """
            host all postgres 127.0.0.1/32 trust
            host all student  127.0.0.1/32 scram-sha-256
            """);
        query("SELECT pg_reload_conf()");
    }

    DatabaseServer server() {
        return PostgresAddress.parse(url("student:secret"), Map.of());
    }

    /** Returns the URL of the server, with this user and password. */
    String url(String userInfo) {
        return "postgresql://" + userInfo + "@127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    /** Returns the number of connections of the student, idle or not, as the server counts them. */
    int sessions() throws SQLException {
        return Integer.parseInt(query("SELECT count(*) FROM pg_stat_activity WHERE usename = 'student'"));
    }

    /** Returns the number of connections whose query is sleeping. */
    int sleepingQueries() throws SQLException {
        return Integer.parseInt(query("SELECT count(*) FROM pg_stat_activity WHERE usename = 'student'"
                + " AND state = 'active' AND wait_event = 'PgSleep'"));
    }

    /** Kills the server and all its processes, without closing connections. The next test starts another server. */
    static synchronized void kill() throws SQLException {
        String file = shared.orElseThrow().query("SELECT pg_read_file('postmaster.pid')");
        shared = Optional.empty();
        long process = Long.parseLong(file.lines().findFirst().orElseThrow().strip());
        ProcessHandle.of(process).orElseThrow().destroyForcibly();
    }

    String query(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

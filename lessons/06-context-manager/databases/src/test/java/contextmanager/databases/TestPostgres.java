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

    /** The server that is running. Skips the test where none can start, except on a build server. */
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
        started.askForPasswords();
        return started;
    }

    private void askForPasswords() throws SQLException, IOException {
        execute("CREATE ROLE student LOGIN PASSWORD 'secret'");
        Files.writeString(Path.of(ask("SHOW hba_file")), """
            host all postgres 127.0.0.1/32 trust
            host all student  127.0.0.1/32 scram-sha-256
            """);
        ask("SELECT pg_reload_conf()");
    }

    DatabaseServer server() {
        return PostgresAddress.parse(url("student:secret"), Map.of());
    }

    /** Its URL with these for user and password. */
    String url(String userInfo) {
        return "postgresql://" + userInfo + "@127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    /** As the server counts them: connections of the student, that work on a query or not. */
    int sessions() throws SQLException {
        return Integer.parseInt(ask("SELECT count(*) FROM pg_stat_activity WHERE usename = 'student'"));
    }

    /** How many of them sleep in a query now. */
    int sleepers() throws SQLException {
        return Integer.parseInt(ask("SELECT count(*) FROM pg_stat_activity WHERE usename = 'student'"
                + " AND state = 'active' AND wait_event = 'PgSleep'"));
    }

    /** Kills the server and all its processes, which say goodbye to no client. The next test starts another one. */
    static synchronized void kill() throws SQLException {
        String file = shared.orElseThrow().ask("SELECT pg_read_file('postmaster.pid')");
        shared = Optional.empty();
        long process = Long.parseLong(file.lines().findFirst().orElseThrow().strip());
        ProcessHandle.of(process).orElseThrow().destroyForcibly();
    }

    String ask(String sql) throws SQLException {
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

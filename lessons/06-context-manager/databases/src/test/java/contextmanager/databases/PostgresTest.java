package contextmanager.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import contextmanager.DatabaseException;
import contextmanager.Reporter.Queries;
import contextmanager.Sequential;
import contextmanager.WithEventLoop;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tests all versions on a real PostgreSQL server. */
class PostgresTest extends RealDatabaseContract {
    private static TestPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        postgres = TestPostgres.running();
    }

    /** Ends queries that the server continues after their client has disconnected. */
    @AfterEach
    void endSessions() throws Exception {
        postgres.query("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = 'student'");
        await().atMost(TIME_LIMIT).until(() -> sessions() == 0);
    }

    @Override
    DatabaseServer server() {
        return postgres.server();
    }

    @Override
    int sessions() throws Exception {
        return postgres.sessions();
    }

    @Override
    String endlessQuery() {
        return slowQuery();
    }

    @Override
    boolean isRunningEndlessQuery() throws Exception {
        return isRunningSlowQuery();
    }

    @Override
    boolean isRunningSlowQuery() throws Exception {
        return postgres.sleepingQueries() > 0;
    }

    @Test
    void serverContinuesQueryOfInterruptedVirtualThread() throws Exception {
        try (var database = new JdbcDatabase(server(), 1)) {
            Thread reporter = Thread.ofVirtual()
                    .start(() -> catchThrowable(
                            () -> new Sequential(database).report(1, new Queries(slowQuery(), "never sent"))));
            await().atMost(TIME_LIMIT).until(this::isRunningSlowQuery);

            reporter.interrupt();

            assertThat(reporter.join(TIME_LIMIT)).isTrue();
            assertThat(postgres.sleepingQueries()).isEqualTo(1);
        }
    }

    @Test
    void interruptedPlatformThreadKeepsWaitingForResult() throws Exception {
        try (var database = new JdbcDatabase(server(), 1)) {
            var failure = new AtomicReference<Throwable>();
            Thread reporter = Thread.ofPlatform()
                    .start(() -> failure.set(catchThrowable(
                            () -> new Sequential(database).report(1, new Queries(slowQuery(), "never sent")))));
            await().atMost(TIME_LIMIT).until(this::isRunningSlowQuery);

            reporter.interrupt();
            postgres.query("SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity WHERE usename = 'student'");

            assertThat(reporter.join(TIME_LIMIT)).isTrue();
            assertThat(failure.get()).isInstanceOf(InterruptedException.class);
            assertThat(failure.get())
                    .as("the reason why the wait ended")
                    .hasRootCauseMessage("ERROR: canceling statement due to user request");
        }
    }

    @Test
    void explainsWrongPasswordWithoutPrintingIt() {
        var wrongPassword = PostgresAddress.parse(postgres.url("student:guessed"), Map.of());

        assertThatThrownBy(() -> makeOneReport(wrongPassword))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("does not accept this user and password")
                .hasMessageContaining("PGPASSWORD")
                .message()
                .doesNotContain("guessed")
                .hasLineCount(2);
        assertThatThrownBy(() -> new JdbcDatabase(wrongPassword, 1))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("does not accept this user and password")
                .message()
                .doesNotContain("guessed")
                .hasLineCount(2);
    }

    @Test
    void explainsMissingDatabase() {
        var missing = PostgresAddress.parse(postgres.url("student:secret") + "x", Map.of());

        assertThatThrownBy(() -> new JdbcDatabase(missing, 1))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("no database of this name")
                .message()
                .hasLineCount(2);
        assertThatThrownBy(() -> makeOneReport(missing))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("no database of this name");
    }

    @Test
    void createsAndChangesNothing() throws Exception {
        String tables = "SELECT count(*) FROM pg_class";
        String before = postgres.query(tables);

        everyVersionReturnsSameResults(Version.JDBC_ON_VIRTUAL_THREADS);
        everyVersionReturnsSameResults(Version.VERTX_ON_EVENT_LOOP);

        assertThat(postgres.query(tables)).isEqualTo(before);
    }

    @Test
    void explainsUnreachableServer() throws Exception {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        var unreachable =
                PostgresAddress.parse("postgresql://student:secret@127.0.0.1:" + port + "/postgres", Map.of());

        assertThatThrownBy(() -> makeOneReport(unreachable))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("Cannot connect to PostgreSQL at 127.0.0.1:" + port)
                .message()
                .hasLineCount(2);
        assertThatThrownBy(() -> new JdbcDatabase(unreachable, 1))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("Cannot connect to PostgreSQL at 127.0.0.1:" + port)
                .message()
                .hasLineCount(2);
    }

    private static void makeOneReport(DatabaseServer server) throws Exception {
        try (var database = new VertxDatabase(server, 1)) {
            new WithEventLoop(database).report(1, QUICK);
        }
    }
}

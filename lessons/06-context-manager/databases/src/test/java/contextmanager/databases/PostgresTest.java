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

/** On a real PostgreSQL server. */
class PostgresTest extends RealDatabaseContract {
    private static TestPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        postgres = TestPostgres.running();
    }

    /** The server goes on with a query whose client is gone: ended here, so that each test starts without sessions. */
    @AfterEach
    void endWhatStillRuns() throws Exception {
        postgres.ask("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = 'student'");
        await().atMost(GENEROUS).until(() -> sessions() == 0);
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
    boolean worksOnTheEndlessQuery() throws Exception {
        return worksOnTheSlowQuery();
    }

    @Override
    boolean worksOnTheSlowQuery() throws Exception {
        return postgres.sleepers() > 0;
    }

    @Test
    void serverContinuesQueryOfInterruptedVirtualThread() throws Exception {
        try (var database = new JdbcDatabase(server(), 1)) {
            Thread reporter = Thread.ofVirtual()
                    .start(() -> catchThrowable(
                            () -> new Sequential(database).report(1, new Queries(slowQuery(), "never asked"))));
            await().atMost(GENEROUS).until(this::worksOnTheSlowQuery);

            reporter.interrupt();

            assertThat(reporter.join(GENEROUS)).isTrue();
            assertThat(postgres.sleepers()).isEqualTo(1);
        }
    }

    @Test
    void interruptedPlatformThreadKeepsWaitingForItsAnswer() throws Exception {
        try (var database = new JdbcDatabase(server(), 1)) {
            var failure = new AtomicReference<Throwable>();
            Thread reporter = Thread.ofPlatform()
                    .start(() -> failure.set(catchThrowable(
                            () -> new Sequential(database).report(1, new Queries(slowQuery(), "never asked")))));
            await().atMost(GENEROUS).until(this::worksOnTheSlowQuery);

            reporter.interrupt();
            postgres.ask("SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity WHERE usename = 'student'");

            assertThat(reporter.join(GENEROUS)).isTrue();
            assertThat(failure.get()).isInstanceOf(InterruptedException.class);
            assertThat(failure.get())
                    .as("what ended the wait")
                    .hasRootCauseMessage("ERROR: canceling statement due to user request");
        }
    }

    @Test
    void explainsWrongPasswordInTwoLinesWithoutShowingIt() {
        var imposter = PostgresAddress.parse(postgres.url("student:guessed"), Map.of());

        assertThatThrownBy(() -> makeOneReport(imposter))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("does not accept this user and password")
                .hasMessageContaining("PGPASSWORD")
                .message()
                .doesNotContain("guessed")
                .hasLineCount(2);
        assertThatThrownBy(() -> new JdbcDatabase(imposter, 1))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("does not accept this user and password")
                .message()
                .doesNotContain("guessed")
                .hasLineCount(2);
    }

    @Test
    void explainsThatDatabaseDoesNotExist() {
        var nowhere = PostgresAddress.parse(postgres.url("student:secret") + "x", Map.of());

        assertThatThrownBy(() -> new JdbcDatabase(nowhere, 1))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("no database of this name")
                .message()
                .hasLineCount(2);
        assertThatThrownBy(() -> makeOneReport(nowhere))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("no database of this name");
    }

    @Test
    void createsAndChangesNothing() throws Exception {
        String tables = "SELECT count(*) FROM pg_class";
        String before = postgres.ask(tables);

        everyVersionGetsSameAnswers(Version.JDBC_ON_VIRTUAL_THREADS);
        everyVersionGetsSameAnswers(Version.VERTX_ON_EVENT_LOOP);

        assertThat(postgres.ask(tables)).isEqualTo(before);
    }

    @Test
    void explainsInTwoLinesThatNoServerAnswers() throws Exception {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        var nobody = PostgresAddress.parse("postgresql://student:secret@127.0.0.1:" + port + "/postgres", Map.of());

        assertThatThrownBy(() -> makeOneReport(nobody))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("Cannot connect to PostgreSQL at 127.0.0.1:" + port)
                .message()
                .hasLineCount(2);
        assertThatThrownBy(() -> new JdbcDatabase(nobody, 1))
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

package contextmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import contextmanager.Reporter.Queries;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a real PostgreSQL, which starts for it. */
class PostgresTest extends RealDatabaseContract {
    private static TestPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        postgres = TestPostgres.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (postgres != null) {
            postgres.close();
        }
    }

    /** A server does not notice that nobody waits for its answer any more: ended by hand, the next test begins anew. */
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
    void theServerGoesOnWithTheQueryOfAThreadThatWasInterrupted() throws Exception {
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
    void anInterruptedPlatformThreadWaitsForItsAnswerAllTheSame() throws Exception {
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
    void aWrongPasswordIsToldInTwoLinesThatDoNotShowIt() {
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
    void aDatabaseThatDoesNotExistIsNamedAsTheMistake() {
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
    void nothingIsCreatedOrChanged() throws Exception {
        String tables = "SELECT count(*) FROM pg_class";
        String before = postgres.ask(tables);

        everyVersionGetsTheSameAnswers(Version.JDBC_ON_VIRTUAL_THREADS);
        everyVersionGetsTheSameAnswers(Version.VERTX_ON_EVENT_LOOP);

        assertThat(postgres.ask(tables)).isEqualTo(before);
    }

    @Test
    void anAddressWhereNothingAnswersIsToldInTwoLines() throws Exception {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        var nobody = PostgresAddress.parse("postgresql://student:secret@127.0.0.1:" + port + "/postgres", Map.of());

        assertThatThrownBy(() -> makeOneReport(nobody))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("Nothing answers where PostgreSQL at 127.0.0.1:" + port)
                .message()
                .hasLineCount(2);
        assertThatThrownBy(() -> new JdbcDatabase(nobody, 1))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("Nothing answers where PostgreSQL at 127.0.0.1:" + port)
                .message()
                .hasLineCount(2);
    }

    private static void makeOneReport(DatabaseServer server) throws Exception {
        try (var database = new VertxDatabase(server, 1)) {
            new WithEventLoop(database).report(1, QUICK);
        }
    }
}

package contextmanager.databases;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import contextmanager.DatabaseException;
import contextmanager.Reporter;
import contextmanager.Reporter.Queries;
import contextmanager.Reporter.Report;
import contextmanager.Sequential;
import contextmanager.WithEventLoop;
import contextmanager.WithThreadPool;
import contextmanager.WithVirtualThreads;
import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What lesson 06 claims of the real versions, on any database. Nothing here depends on how long anything takes. */
@Timeout(180)
abstract class RealDatabaseContract {
    static final int CONNECTIONS = 3;
    static final Duration GENEROUS = ofSeconds(60);
    static final Queries QUICK = DatabaseServer.queries(Duration.ZERO);
    private static final Queries BROKEN = new Queries("SELECT name FROM nowhere", "SELECT 1");

    abstract DatabaseServer server();

    /** How many connections of ours the server itself sees. */
    abstract int sessions() throws Exception;

    /** A query that ends when it is cancelled, or else takes longer than a test waits, but not for ever. */
    abstract String endlessQuery();

    enum Version {
        JDBC_SEQUENTIAL,
        JDBC_ON_THREAD_POOL,
        JDBC_ON_VIRTUAL_THREADS,
        VERTX_ON_EVENT_LOOP
    }

    /** A version and its pool of connections. */
    static final class Open implements AutoCloseable {
        final Reporter reporter;
        private final Runnable closing;
        private final AutoCloseable database;

        Open(Version version, DatabaseServer server) throws InterruptedException {
            if (version == Version.VERTX_ON_EVENT_LOOP) {
                var async = new VertxDatabase(server, CONNECTIONS);
                database = async;
                closing = async::close;
                reporter = new WithEventLoop(async);
            } else {
                var jdbc = new JdbcDatabase(server, CONNECTIONS);
                database = jdbc;
                closing = jdbc::close;
                reporter = switch (version) {
                    case JDBC_SEQUENTIAL -> new Sequential(jdbc);
                    case JDBC_ON_THREAD_POOL -> new WithThreadPool(jdbc, CONNECTIONS);
                    default -> new WithVirtualThreads(jdbc);
                };
            }
        }

        /** What a report fails with, out of its wrapping. */
        Throwable failureOf(Queries queries) {
            Throwable failure = catchThrowable(() -> reporter.report(1, queries));
            return failure instanceof ExecutionException wrapped ? wrapped.getCause() : failure;
        }

        /** Connections that are lent out, as the pool itself counts them. */
        void assertNothingIsLent() {
            if (database instanceof JdbcDatabase jdbc) {
                assertThat(jdbc.borrowedConnections()).isZero();
            }
        }

        @Override
        public void close() {
            closing.run();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyVersionGetsSameAnswers(Version version) throws Exception {
        try (var open = new Open(version, server())) {
            assertThat(open.reporter.report(10, QUICK)).hasSize(10).containsOnly(new Report("3 users", "2 products"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void opensNoMoreConnectionsThanPoolSize(Version version) throws Exception {
        try (var open = new Open(version, server())) {
            open.reporter.report(10, QUICK);

            open.assertNothingIsLent();
            assertThat(sessions()).isBetween(1, CONNECTIONS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void returnsConnectionAfterFailedQuery(Version version) throws Exception {
        try (var open = new Open(version, server())) {
            for (int i = 0; i < 2 * CONNECTIONS; i++) { // the second round would find no connection left
                assertThat(open.failureOf(BROKEN))
                        .isInstanceOf(DatabaseException.class)
                        .message()
                        .containsIgnoringCase("nowhere")
                        .startsWith(server().name())
                        .doesNotContain("\n");
            }

            open.assertNothingIsLent();
            assertThat(open.reporter.report(CONNECTIONS, QUICK)).hasSize(CONNECTIONS);
            assertThat(sessions()).isBetween(1, CONNECTIONS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void closedDatabaseHasNeitherConnectionsNorThreads(Version version) throws Exception {
        try (var open = new Open(version, server())) {
            open.reporter.report(CONNECTIONS, QUICK);
        }

        await().atMost(GENEROUS).untilAsserted(() -> {
            assertThat(sessions()).isZero();
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.matches("(HikariPool|vert\\.x|pool-|vertx).*"));
        });
    }

    @Test
    void cancelledBorrowReturnsConnectionThatArrivesLate() throws Exception {
        try (var database = new VertxDatabase(server(), 1)) {
            EventLoop.run(loop -> {
                CompletableFuture<VertxConnection> given =
                        database.connect(loop).toCompletableFuture();
                given.cancel(false);
                return given.handle((connection, failure) -> {
                    assertThat(failure).hasRootCauseInstanceOf(CancellationException.class);
                    return failure;
                });
            });

            // There is but one connection: if it was kept, nobody would ever get one again.
            assertThat(new WithEventLoop(database).report(1, QUICK)).hasSize(1);
        }
    }

    @Test
    void cancelledTaskCancelsQueryOnServer() throws Exception {
        var endless = new Queries(endlessQuery(), "never asked");
        try (var database = new VertxDatabase(server(), 1)) {
            var reporter = new WithEventLoop(database);
            Throwable failure = catchThrowable(() -> EventLoop.run(loop -> {
                var report = loop.createTask("report", () -> reporter.report(loop, endless));
                return loop.toThread(() -> {
                            await().atMost(GENEROUS).until(this::worksOnTheEndlessQuery);
                            return null;
                        })
                        .thenCompose(working -> {
                            report.cancel(false);
                            return report;
                        });
            }));

            assertThat(failure).isInstanceOf(CancellationException.class);
            // The server would not be done with it for longer than this test may take.
            await().atMost(GENEROUS).until(() -> !worksOnTheEndlessQuery());
            assertThat(reporter.report(1, QUICK)).hasSize(1);
        }
    }

    abstract boolean worksOnTheEndlessQuery() throws Exception;

    @Test
    void interruptedVirtualThreadReturnsConnection() throws Exception {
        try (var database = new JdbcDatabase(server(), 1)) {
            var failure = new AtomicReference<Throwable>();
            Thread reporter = Thread.ofVirtual()
                    .start(() -> failure.set(catchThrowable(
                            () -> new Sequential(database).report(1, new Queries(slowQuery(), "never asked")))));
            await().atMost(GENEROUS).until(this::worksOnTheSlowQuery);

            reporter.interrupt();

            assertThat(reporter.join(GENEROUS)).isTrue();
            assertThat(failure.get()).isInstanceOf(InterruptedException.class);
            assertThat(database.borrowedConnections()).isZero();
            assertThat(new Sequential(database).report(1, QUICK)).hasSize(1);
        }
    }

    /** A query that sleeps longer than anybody waits. */
    String slowQuery() {
        return "SELECT 'slow', pg_sleep(300)";
    }

    abstract boolean worksOnTheSlowQuery() throws Exception;
}

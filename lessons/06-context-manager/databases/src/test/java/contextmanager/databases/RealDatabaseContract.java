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

/** The claims of lesson 06 about real databases. No test depends on how long a step takes. */
@Timeout(180)
abstract class RealDatabaseContract {
    static final int CONNECTIONS = 3;
    static final Duration TIME_LIMIT = ofSeconds(60);
    static final Queries QUICK = DatabaseServer.queries(Duration.ZERO);
    private static final Queries BROKEN = new Queries("SELECT name FROM nowhere", "SELECT 1");

    abstract DatabaseServer server();

    /** Returns the number of our connections, as the server counts them. */
    abstract int sessions() throws Exception;

    /** Returns a query that takes longer than a test waits, unless it is cancelled. */
    abstract String endlessQuery();

    enum Version {
        JDBC_SEQUENTIAL,
        JDBC_ON_THREAD_POOL,
        JDBC_ON_VIRTUAL_THREADS,
        VERTX_ON_EVENT_LOOP
    }

    /** A version and its connection pool. */
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

        /** Makes a report, and returns its exception without the wrapper. */
        Throwable failureOf(Queries queries) {
            Throwable failure = catchThrowable(() -> reporter.report(1, queries));
            return failure instanceof ExecutionException wrapped ? wrapped.getCause() : failure;
        }

        /** Asserts that all connections are back in the pool. */
        void assertNoConnectionIsBorrowed() {
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
    void everyVersionReturnsSameResults(Version version) throws Exception {
        try (var open = new Open(version, server())) {
            assertThat(open.reporter.report(10, QUICK)).hasSize(10).containsOnly(new Report("3 users", "2 products"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void opensNoMoreConnectionsThanPoolSize(Version version) throws Exception {
        try (var open = new Open(version, server())) {
            open.reporter.report(10, QUICK);

            open.assertNoConnectionIsBorrowed();
            assertThat(sessions()).isBetween(1, CONNECTIONS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesConnectionBackAfterFailedQuery(Version version) throws Exception {
        try (var open = new Open(version, server())) {
            for (int i = 0; i < 2 * CONNECTIONS; i++) { // the pool would be empty in the second round
                assertThat(open.failureOf(BROKEN))
                        .isInstanceOf(DatabaseException.class)
                        .message()
                        .containsIgnoringCase("nowhere")
                        .startsWith(server().name())
                        .doesNotContain("\n");
            }

            open.assertNoConnectionIsBorrowed();
            assertThat(open.reporter.report(CONNECTIONS, QUICK)).hasSize(CONNECTIONS);
            assertThat(sessions()).isBetween(1, CONNECTIONS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void closeEndsConnectionsAndThreads(Version version) throws Exception {
        try (var open = new Open(version, server())) {
            open.reporter.report(CONNECTIONS, QUICK);
        }

        await().atMost(TIME_LIMIT).untilAsserted(() -> {
            assertThat(sessions()).isZero();
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.matches("(HikariPool|vert\\.x|pool-|vertx).*"));
        });
    }

    @Test
    void givesBackConnectionThatArrivesAfterCancellation() throws Exception {
        try (var database = new VertxDatabase(server(), 1)) {
            EventLoop.run(loop -> {
                CompletableFuture<VertxConnection> borrowed =
                        database.connect(loop).toCompletableFuture();
                borrowed.cancel(false);
                return borrowed.handle((connection, failure) -> {
                    assertThat(failure).hasRootCauseInstanceOf(CancellationException.class);
                    return failure;
                });
            });

            // The pool has one connection. If it were lost, this report would wait forever.
            assertThat(new WithEventLoop(database).report(1, QUICK)).hasSize(1);
        }
    }

    @Test
    void cancelledTaskCancelsQueryOnServer() throws Exception {
        var endless = new Queries(endlessQuery(), "never sent");
        try (var database = new VertxDatabase(server(), 1)) {
            var reporter = new WithEventLoop(database);
            Throwable failure = catchThrowable(() -> EventLoop.run(loop -> {
                var report = loop.createTask("report", () -> reporter.report(loop, endless));
                return loop.toThread(() -> {
                            await().atMost(TIME_LIMIT).until(this::isRunningEndlessQuery);
                            return null;
                        })
                        .thenCompose(working -> {
                            report.cancel(false);
                            return report;
                        });
            }));

            assertThat(failure).isInstanceOf(CancellationException.class);
            // Without a cancellation, the query would run longer than the time limit of this test.
            await().atMost(TIME_LIMIT).until(() -> !isRunningEndlessQuery());
            assertThat(reporter.report(1, QUICK)).hasSize(1);
        }
    }

    abstract boolean isRunningEndlessQuery() throws Exception;

    @Test
    void interruptedVirtualThreadGivesConnectionBack() throws Exception {
        try (var database = new JdbcDatabase(server(), 1)) {
            var failure = new AtomicReference<Throwable>();
            Thread reporter = Thread.ofVirtual()
                    .start(() -> failure.set(catchThrowable(
                            () -> new Sequential(database).report(1, new Queries(slowQuery(), "never sent")))));
            await().atMost(TIME_LIMIT).until(this::isRunningSlowQuery);

            reporter.interrupt();

            assertThat(reporter.join(TIME_LIMIT)).isTrue();
            assertThat(failure.get()).isInstanceOf(InterruptedException.class);
            assertThat(database.borrowedConnections()).isZero();
            assertThat(new Sequential(database).report(1, QUICK)).hasSize(1);
        }
    }

    /** Returns a query that sleeps longer than a test waits. */
    String slowQuery() {
        return "SELECT 'slow', pg_sleep(300)";
    }

    abstract boolean isRunningSlowQuery() throws Exception;
}

package benchmarks.contextmanager;

import benchmarks.output.StandardOutput;
import benchmarks.quick.ExcludedFromQuick;
import contextmanager.Reporter;
import contextmanager.Reporter.Queries;
import contextmanager.Reporter.Report;
import contextmanager.Sequential;
import contextmanager.WithEventLoop;
import contextmanager.WithThreadPool;
import contextmanager.WithVirtualThreads;
import contextmanager.databases.DatabaseServer;
import contextmanager.databases.InMemoryServer;
import contextmanager.databases.JdbcDatabase;
import contextmanager.databases.PostgresAddress;
import contextmanager.databases.VertxDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Lesson 06 on a real database: ten or a hundred reports of two queries each, over ten connections. JDBC calls H2 in
 * memory like any method. The asynchronous driver talks to H2 through a socket without {@code TCP_NODELAY}, where an
 * answer takes 40 ms, so the report does not compare the two. Compare them on PostgreSQL, which both reach through a
 * socket.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@ExcludedFromQuick(rows = "pauseMillis=0", because = "without a pause only the drivers are measured")
@ExcludedFromQuick(rows = "reports=100", because = "a call takes a second")
public class ContextManagerBenchmark {
    private static final int CONNECTIONS = 10;

    /** "h2"; "postgresql", which starts a server; or the URL of a running PostgreSQL. */
    @Param("h2")
    public String database;

    @Param({"10", "100"})
    public int reports;

    /** How long the server waits in each query. */
    @Param({"0", "5"})
    public int pauseMillis;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final StandardOutput output = new StandardOutput();
    private Queries queries = Queries.OF_THE_ARTICLE;
    private Reporter sequential;
    private Reporter threadPool;
    private Reporter virtualThreads;
    private Reporter eventLoop;

    @Setup(Level.Trial)
    public void open() throws Exception {
        output.mute();
        DatabaseServer server = closeLater(server());
        var jdbc = closeLater(new JdbcDatabase(server, CONNECTIONS));
        var vertx = closeLater(new VertxDatabase(server, CONNECTIONS));
        queries = DatabaseServer.queries(Duration.ofMillis(pauseMillis));
        sequential = new Sequential(jdbc);
        threadPool = new WithThreadPool(jdbc, CONNECTIONS);
        virtualThreads = new WithVirtualThreads(jdbc);
        eventLoop = new WithEventLoop(vertx);
        List<Report> expected = Collections.nCopies(reports, new Report("3 users", "2 products"));
        for (Reporter version : List.of(sequential, threadPool, virtualThreads, eventLoop)) {
            List<Report> made = version.report(reports, queries);
            if (!made.equals(expected)) {
                throw new AssertionError("Expected " + version.getClass().getSimpleName() + " to report " + expected
                        + ", but it reported " + made);
            }
        }
    }

    private DatabaseServer server() throws IOException {
        return switch (database) {
            case "h2" -> new InMemoryServer();
            case "postgresql" -> {
                var postgres = closeLater(EmbeddedPostgres.start());
                yield PostgresAddress.parse("postgresql://postgres@127.0.0.1:" + postgres.getPort(), Map.of());
            }
            default -> PostgresAddress.parse(database, System.getenv());
        };
    }

    private <T extends AutoCloseable> T closeLater(T resource) {
        opened.push(resource);
        return resource;
    }

    @TearDown(Level.Trial)
    public void close() throws Exception {
        output.restore();
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    @Benchmark
    public List<Report> jdbcSequential() throws Exception {
        return sequential.report(reports, queries);
    }

    @Benchmark
    public List<Report> jdbcOnThreadPool() throws Exception {
        return threadPool.report(reports, queries);
    }

    @Benchmark
    public List<Report> jdbcOnVirtualThreads() throws Exception {
        return virtualThreads.report(reports, queries);
    }

    @Benchmark
    public List<Report> vertxOnEventLoop() throws Exception {
        return eventLoop.report(reports, queries);
    }
}

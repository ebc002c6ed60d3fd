package contextmanager.databases;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import contextmanager.Database;
import contextmanager.Reporter;
import contextmanager.Sequential;
import contextmanager.WithThreadPool;
import contextmanager.WithVirtualThreads;
import interleave.virtualtime.VirtualTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The versions on an in-memory H2, whose queries sleep. In virtual time, even they take an exact time. */
class InVirtualTimeTest {

    @Test
    void sequentialReportsTakeSumOfQueries() throws Exception {
        assertThat(timeFor(3, Sequential::new)).isEqualTo(ofSeconds(3));
    }

    @Test
    void threeReportsOnVirtualThreadsTakeAsLongAsOne() throws Exception {
        assertThat(timeFor(3, WithVirtualThreads::new)).isEqualTo(ofSeconds(1));
    }

    @Test
    void threeReportsOnThreadPoolTakeAsLongAsOne() throws Exception {
        assertThat(timeFor(3, database -> new WithThreadPool(database, 3))).isEqualTo(ofSeconds(1));
    }

    @Test
    void sixThreadsOnThreeConnectionsTakeTwoRounds() throws Exception {
        assertThat(timeFor(6, WithVirtualThreads::new)).isEqualTo(ofSeconds(2));
    }

    /** Returns the time of the reports alone, without the time in which the pool opens its connections. */
    private static Duration timeFor(int reports, Function<Database, Reporter> version) throws Exception {
        var time = new AtomicReference<Duration>();
        var run = VirtualTime.run(() -> {
            try (var server = new InMemoryServer();
                    var database = new JdbcDatabase(server, 3)) {
                long begun = System.nanoTime();
                version.apply(database).report(reports, DatabaseServer.queries(ofMillis(500)));
                time.set(Duration.ofNanos(System.nanoTime() - begun));
            }
        });
        assertThat(run).leftNothingRunning();
        return time.get();
    }
}

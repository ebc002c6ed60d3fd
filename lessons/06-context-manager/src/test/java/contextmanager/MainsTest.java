package contextmanager;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a student sees of each version. */
class MainsTest {
    static final List<String> REPORT_OF_A_REAL_VERSION = List.of(
            "Borrowing a connection ...",
            "Borrowed",
            "Executing query: SELECT count(*) || ' users', pg_sleep(0.500) FROM (VALUES (1), (2), (3)) users",
            "3 users",
            "Executing query: SELECT count(*) || ' products', pg_sleep(0.500) FROM (VALUES (1), (2)) products",
            "2 products",
            "Given back");

    interface Main {
        void run(String... words) throws Exception;
    }

    enum Simulated {
        SEQUENTIAL(Sequential::main),
        THREAD_POOL(WithThreadPool::main),
        EVENT_LOOP(WithEventLoop::main),
        VIRTUAL_THREADS(WithVirtualThreads::main);

        private final Main main;

        Simulated(Main main) {
            this.main = main;
        }
    }

    enum Jdbc {
        SEQUENTIAL(JdbcSequential::main),
        THREAD_POOL(JdbcOnThreadPool::main),
        VIRTUAL_THREADS(JdbcOnVirtualThreads::main);

        private final Main main;

        Jdbc(Main main) {
            this.main = main;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSimulatedVersionMakesOneReport(Simulated version) throws Exception {
        assertThat(run(version.main)).took(ofMillis(2_500)).leftNothingRunning();
    }

    @ParameterizedTest
    @EnumSource
    void aSimulatedVersionMakesAsManyReportsAsAskedFor(Simulated version) throws Exception {
        var run = run(version.main, "2");

        assertThat(run).took(version == Simulated.SEQUENTIAL ? ofSeconds(5) : ofMillis(2_500));
        assertThat(Collections.frequency(run.output(), "Closed")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasMadeToFailIsPrintedWithWhatIsSuppressedInIt(Simulated version) throws Exception {
        assertThat(run(version.main, "query-fails", "close-fails"))
                .took(ofSeconds(2))
                .printed(
                        "Connecting to database ...",
                        "Connected",
                        "Executing query: SELECT * FROM users",
                        "Closing connection ...",
                        "Failed: the query failed: SELECT * FROM users",
                        "Suppressed: closing failed: the server did not say goodbye");
    }

    @ParameterizedTest
    @EnumSource
    void aJdbcVersionMakesThreeReports(Jdbc version) throws Exception {
        var run = run(version.main);

        assertThat(run).leftNothingRunning();
        assertThat(run.output())
                .hasSize(3 * REPORT_OF_A_REAL_VERSION.size())
                .containsSubsequence(REPORT_OF_A_REAL_VERSION);
    }

    @Test
    void aWrongUrlIsToldBeforeAnythingRuns() {
        assertThatThrownBy(() -> JdbcOnVirtualThreads.main(new String[] {"--database", "localhost"}))
                .isInstanceOf(BadArgument.class)
                .hasMessageContaining("'localhost'");
    }

    private static VirtualRun run(Main main, String... words) throws Exception {
        return VirtualTime.run(() -> main.run(words));
    }
}

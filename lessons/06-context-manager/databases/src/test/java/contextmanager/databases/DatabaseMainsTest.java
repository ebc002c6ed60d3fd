package contextmanager.databases;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.VirtualTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The output of each version on the in-memory database, as a student sees it. */
class DatabaseMainsTest {
    static final List<String> REPORT = List.of(
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
    void makesThreeReportsByDefault(Jdbc version) throws Exception {
        var run = VirtualTime.run(version.main::run);

        assertThat(run).leftNothingRunning();
        assertThat(run.output()).hasSize(3 * REPORT.size()).containsSubsequence(REPORT);
    }

    @Test
    void rejectsWrongUrlBeforeConnecting() {
        assertThatThrownBy(() -> JdbcOnVirtualThreads.main(new String[] {"--database", "localhost"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'localhost'");
    }
}

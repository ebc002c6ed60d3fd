package contextmanager;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The output of each version, as a student sees it. */
class MainsTest {
    interface Main {
        void run(String... words) throws Exception;
    }

    enum VersionMain {
        SEQUENTIAL(Sequential::main),
        THREAD_POOL(WithThreadPool::main),
        EVENT_LOOP(WithEventLoop::main),
        VIRTUAL_THREADS(WithVirtualThreads::main);

        private final Main main;

        VersionMain(Main main) {
            this.main = main;
        }
    }

    @ParameterizedTest
    @EnumSource
    void makesOneReportByDefault(VersionMain version) throws Exception {
        assertThat(run(version.main)).took(ofMillis(2_500)).leftNothingRunning();
    }

    @ParameterizedTest
    @EnumSource
    void makesAsManyReportsAsRequested(VersionMain version) throws Exception {
        var run = run(version.main, "2");

        assertThat(run).took(version == VersionMain.SEQUENTIAL ? ofSeconds(5) : ofMillis(2_500));
        assertThat(Collections.frequency(run.output(), "Closed")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void printsRequestedFailureAndSuppressedFailure(VersionMain version) throws Exception {
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

    private static VirtualRun run(Main main, String... words) throws Exception {
        return VirtualTime.run(() -> main.run(words));
    }
}

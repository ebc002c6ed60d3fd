package interleave.virtualtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything of the JDK that waits takes exactly the time it says, and goes the same way in each run. */
@Timeout(60)
class ConstructsTest {
    static Stream<Row> rows() {
        Runs.install();
        return Stream.of(
                        SleepRows.all(),
                        ThreadRows.all(),
                        ThreadIdentityRows.all(),
                        MonitorRows.all(),
                        LockRows.all(),
                        SynchronizerRows.all(),
                        QueueRows.all(),
                        ExecutorRows.all(),
                        FutureRows.all(),
                        ForkJoinRows.all(),
                        InterruptRows.all(),
                        ClockRows.all(),
                        LocalRows.all(),
                        OtherRows.all(),
                        ScopeRows.all())
                .flatMap(rows -> rows);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void takesExactTimeAndPrintsExpectedLines(Row row) throws Throwable {
        for (int time = 1; time <= 2; time++) {
            var log = new Transcript();
            Outcome outcome = Runs.run(() -> row.body().run(log));
            assertEquals(row.logs(), log.lines(), row.name() + " logs");
            assertEquals(row.takes(), outcome.elapsed(), row.name() + " takes");
        }
    }
}

package eventloop;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What lesson 03 claims: tasks of two seconds and of one, in exact virtual time. */
class TwoTasksTest {

    static List<TwoTasks> everyVersionWithALoop() {
        return List.of(new InMiniature(), new WithMiniLoop(), new WithEventLoop(), new NestedLoop());
    }

    static List<TwoTasks> everyVersion() {
        return List.of(new Sequential(), new InMiniature(), new WithMiniLoop(), new WithEventLoop(), new NestedLoop());
    }

    @Test
    void sequentialTakesThreeSeconds() throws Exception {
        assertThat(run(new Sequential()))
                .took(ofSeconds(3))
                .printed("Task 1 starts", "Task 1 is complete", "Task 2 starts", "Task 2 is complete");
    }

    @ParameterizedTest
    @MethodSource("everyVersionWithALoop")
    void loopsTakeTwoSeconds(TwoTasks version) throws Exception {
        assertThat(run(version)).took(ofSeconds(2)).peakConcurrency(1);
    }

    static List<TwoTasks> loopsWithTasks() {
        return List.of(new WithMiniLoop(), new WithEventLoop());
    }

    @ParameterizedTest
    @MethodSource("loopsWithTasks")
    void shorterTaskCompletesFirst(TwoTasks version) throws Exception {
        assertThat(run(version))
                .printedAt(ZERO, "Task 1 starts", "Task 2 starts")
                .printedAt(ofSeconds(1), "Task 2 is complete")
                .printedAt(ofSeconds(2), "Task 1 is complete");
    }

    @Test
    void loopInMiniaturePrintsEachTurn() throws Exception {
        assertThat(run(new InMiniature()))
                .printed(
                        "Turn 1",
                        "  callbacks ready: 2",
                        "Task 1 starts",
                        "Task 2 starts",
                        "Turn 2",
                        "  nothing is ready: sleeps until the next timer",
                        "  callbacks ready: 1",
                        "Task 2 is complete",
                        "Turn 3",
                        "  nothing is ready: sleeps until the next timer",
                        "  callbacks ready: 1",
                        "Task 1 is complete");
    }

    @Test
    void nestedLoopIsRefusedWithAdvice() throws Exception {
        var run = run(new NestedLoop());

        assertThat(run).printedAt(ofSeconds(1), "Task 2 is complete");
        assertThat(run.output())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("Refused: this thread runs an event loop already")
                        .contains("thenCompose"));
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void leavesNoThreadRunning(TwoTasks version) throws Exception {
        assertThat(run(version)).leftNothingRunning();
    }

    private static VirtualRun run(TwoTasks version) throws Exception {
        return VirtualTime.run(() -> version.runBoth(ofSeconds(2), ofSeconds(1)));
    }
}

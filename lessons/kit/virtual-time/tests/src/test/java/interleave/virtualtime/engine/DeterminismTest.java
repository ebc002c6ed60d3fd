package interleave.virtualtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.testjvm.TestJvm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A program takes the same steps at the same times in each run. {@link ManyProgramsTest} tries more programs. */
class DeterminismTest {
    private static final int REPETITIONS = 3;

    int programs() {
        return 20;
    }

    @BeforeAll
    static void installEngine() {
        Runs.install();
    }

    @Test
    void programTakesSameStepsInEachRun() throws Throwable {
        for (long program = 0; program < programs(); program++) {
            Trace first = Trace.of(program);
            for (int i = 1; i < REPETITIONS; i++) {
                assertSame(first, Trace.of(program), program);
            }
        }
    }

    @Test
    void seedMakesSameChoicesInEachRun() throws Throwable {
        for (long program = 0; program < programs(); program++) {
            Trace first = Trace.of(program, program);
            for (int i = 1; i < REPETITIONS; i++) {
                assertSame(first, Trace.of(program, program), program);
            }
        }
    }

    @Test
    void differentSeedMakesDifferentChoices() throws Throwable {
        assertNotEquals(Trace.of(1, 7), Trace.of(1, 8));
    }

    @Test
    void programTakesSameStepsInEachJvm() throws Exception {
        Process quick = startJvm();
        // with another collector and another compiler; started at the same time as the first, to save time
        Process other = startJvm("-XX:-UseSerialGC", "-XX:+UseZGC", "-XX:TieredStopAtLevel=4");
        String one = outputOf(quick);
        assertEquals(one, outputOf(other));
        assertTrue(one.contains("programs"), one);
    }

    private static void assertSame(Trace expected, Trace actual, long program) {
        assertEquals(expected.trail(), actual.trail(), () -> "program " + program);
        assertEquals(expected, actual, () -> "program " + program);
    }

    private Process startJvm(String... differences) throws IOException {
        var options = new ArrayList<>(List.of("-XX:+EnableDynamicAgentLoading", "-Djdk.attach.allowAttachSelf=true"));
        options.addAll(List.of(differences));
        return TestJvm.of(options, DeterminismMain.class, String.valueOf(programs()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String outputOf(Process process) throws IOException, InterruptedException {
        String log = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), log);
        return log;
    }
}

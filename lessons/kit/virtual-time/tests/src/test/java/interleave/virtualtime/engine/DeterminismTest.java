package interleave.virtualtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A program takes the same steps at the same times in each run. {@code -Ddeterminism.programs=5000} tests more programs
 * than the ordinary build.
 */
class DeterminismTest {
    private static final int PROGRAMS = Integer.getInteger("determinism.programs", 60);
    private static final int REPETITIONS = 3;

    @BeforeAll
    static void installEngine() {
        Runs.install();
    }

    @Test
    void programTakesSameStepsInEachRun() throws Throwable {
        for (long program = 0; program < PROGRAMS; program++) {
            Trace first = Trace.of(program);
            for (int i = 1; i < REPETITIONS; i++) {
                assertSame(first, Trace.of(program), program);
            }
        }
    }

    @Test
    void seedMakesSameChoicesInEachRun() throws Throwable {
        for (long program = 0; program < PROGRAMS; program++) {
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
        Process serial = startJvm("-XX:+UseSerialGC");
        Process z = startJvm("-XX:+UseZGC"); // started at the same time as the other, to save time
        String one = outputOf(serial);
        assertEquals(one, outputOf(z));
        assertTrue(one.contains("programs"), one);
    }

    private static void assertSame(Trace expected, Trace actual, long program) {
        assertEquals(expected.trail(), actual.trail(), () -> "program " + program);
        assertEquals(expected, actual, () -> "program " + program);
    }

    private static Process startJvm(String collector) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(List.of(
                        java.toString(),
                        collector,
                        "-XX:+EnableDynamicAgentLoading",
                        "-Djdk.attach.allowAttachSelf=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DeterminismMain.class.getName(),
                        String.valueOf(PROGRAMS)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String outputOf(Process process) throws IOException, InterruptedException {
        String log = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), log);
        return log;
    }
}

package interleave.virtualtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The same program takes the same steps at the same times in each run. {@code -Ddeterminism.programs=5000} looks at
 * more programs than the ordinary build does.
 */
class DeterminismTest {
    private static final int PROGRAMS = Integer.getInteger("determinism.programs", 60);
    private static final int REPETITIONS = 3;

    @Test
    void aProgramTakesTheSameStepsInEachRun() throws Throwable {
        for (long program = 0; program < PROGRAMS; program++) {
            Trace first = Trace.of(program);
            for (int i = 1; i < REPETITIONS; i++) {
                assertSame(first, Trace.of(program), program);
            }
        }
    }

    @Test
    void aSeedMakesTheSameChoicesInEachRun() throws Throwable {
        for (long program = 0; program < PROGRAMS; program++) {
            Trace first = Trace.of(program, program);
            for (int i = 1; i < REPETITIONS; i++) {
                assertSame(first, Trace.of(program, program), program);
            }
        }
    }

    @Test
    void anotherSeedMakesOtherChoices() throws Throwable {
        assertNotEquals(Trace.of(1, 7), Trace.of(1, 8));
    }

    @Test
    void aProgramTakesTheSameStepsInEachJvm() throws Exception {
        Process serial = startJvm("-XX:+UseSerialGC");
        Process z = startJvm("-XX:+UseZGC"); // at the same time, which saves half of it
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
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}

package interleave.virtualtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The same program takes the same steps at the same times in each run. {@code -Ddeterminism.programs=5000} looks at more
 * programs than the ordinary build does.
 */
class DeterminismTest {
    private static final int PROGRAMS = Integer.getInteger("determinism.programs", 60);
    private static final int REPETITIONS = 3;

    @Test
    void aProgramTakesTheSameStepsInEachRun() throws Throwable {
        for (long seed = 0; seed < PROGRAMS; seed++) {
            assertSameInEachRun(seed, Settings.DEFAULT, Settings.DEFAULT);
        }
    }

    @Test
    void aSeedMakesTheSameChoicesInEachRun() throws Throwable {
        for (long seed = 0; seed < PROGRAMS; seed++) {
            for (int i = 0; i < REPETITIONS; i++) {
                assertSameInEachRun(seed, Runs.seeded(seed, 0.1), Runs.seeded(seed, 0.1));
            }
        }
    }

    @Test
    void anotherSeedMakesOtherChoices() throws Throwable {
        long different = 0;
        for (long seed = 0; seed < 10; seed++) {
            if (Trace.of(1, Runs.seeded(seed, 0.1)).hash() != Trace.of(1, Runs.seeded(seed + 100, 0.1)).hash()) {
                different++;
            }
        }
        assertTrue(different > 5, "only " + different + " of 10 differ");
    }

    @Test
    void aProgramTakesTheSameStepsInEachJvm() throws Exception {
        String one = inAnotherJvm("-XX:+UseSerialGC");
        String two = inAnotherJvm("-XX:+UseZGC");
        assertEquals(one, two);
        assertTrue(one.contains("programs"), one);
    }

    private static void assertSameInEachRun(long seed, Settings first, Settings second) throws Throwable {
        Trace expected = Trace.of(seed, first);
        for (int i = first == second ? 1 : REPETITIONS - 1; i < REPETITIONS; i++) {
            Trace again = Trace.of(seed, second);
            assertEquals(expected.trail(), again.trail(), () -> "program " + seed);
            assertEquals(expected, again, () -> "program " + seed);
        }
    }

    private static String inAnotherJvm(String collector) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(List.of(java.toString(), collector, "-XX:+EnableDynamicAgentLoading",
                "-Djdk.attach.allowAttachSelf=true", "-cp", System.getProperty("java.class.path"),
                DeterminismMain.class.getName(), String.valueOf(PROGRAMS))).redirectError(
                        ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}

package interleave.practice.checking;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.practice.judging.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Code that loops, prints or runs on without end is stopped and shown. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class EndlessAnswersTest {
    @RegisterExtension
    final SharedChecker checker = new SharedChecker();

    @Test
    void stopsAndShowsEndlessLoop() throws Exception {
        Verdict verdict = checker.checkBody(
                "        int i = 0;",
                "        while (i < 1) {",
                "            Thread.onSpinWait();",
                "            i -= 1;",
                "            i += 1;",
                "        }");

        assertThat(verdict.complaint()).containsAnyOf("Endless loop", "still running after an hour");
    }

    @Test
    void stopsAndShowsEmptyEndlessLoop() throws Exception {
        Verdict verdict = checker.checkBody(
                "        while (true) {",
                "            if (folder() == 1) {",
                "                break;",
                "            }",
                "        }",
                "    }",
                "",
                "    private static int folder() {",
                "        return 2;");

        assertThat(verdict.problem()).contains("Endless loop");
        assertThat(verdict.shown()).anyMatch(line -> line.contains("at sample.Errands.runAll(Errands.java:10)"));
    }

    @Test
    void stopsEndlessLoopThatCatchesEverything() throws Exception {
        Verdict verdict = checker.checkBody(
                "        int caught = 0;",
                "        while (true) {",
                "            try {",
                "                caught = new int[1][0].length;",
                "                if (caught > 5) {",
                "                    break;",
                "                }",
                "            } catch (Throwable ignored) {",
                "                caught = 1;",
                "            }",
                "        }");

        assertThat(verdict.problem()).containsAnyOf("Endless loop", "could not be stopped");
    }

    @Test
    void stopsEndlessLoopInStaticInitializer() throws Exception {
        Verdict verdict = checker.check(Sample.solution().replace("final class Errands {", """
            final class Errands {
                static int rounds;

                static {
                    while (rounds >= 0) {
                        rounds = 1;
                    }
                }
            """));

        assertThat(verdict.problem()).containsAnyOf("Endless loop", "could not be stopped");
    }

    @Test
    void stopsEndlessLoopInsideTheJdk() throws Exception {
        Verdict verdict = checker.checkBody(
                "        java.util.stream.LongStream.iterate(1, i -> i).filter(i -> i > 1).findFirst();");

        assertThat(verdict.problem()).contains("Endless loop");
    }

    @Test
    void stopsLoopThatSleepsForever() throws Exception {
        Verdict verdict = checker.checkBody(
                "        while (true) {",
                "            Thread.sleep(1_000);",
                "            if (folder() == 1) {",
                "                break;",
                "            }",
                "        }",
                "    }",
                "",
                "    private static int folder() {",
                "        return 2;");

        assertThat(verdict.complaint()).contains("after an hour of virtual time", "a loop that sleeps");
    }

    @Test
    void endsProcessThatExceedsTheTimeLimit() throws Exception {
        Path file = Files.writeString(checker.file(), Sample.withBody("        while (true) {", "        }"));
        try (var shortLimit = Checker.of(Sample.ERRANDS, Sample.PLAIN, Duration.ofMillis(1))) {
            Verdict verdict = shortLimit.check(file);

            assertThat(verdict.problem()).contains("could not be stopped");
            assertThat(verdict.shown()).singleElement().asString().contains("9 |         while (true) {");
        }
    }

    @Test
    void namesThreadsThatAreStillRunning() throws Exception {
        Verdict verdict = checker.checkBody(
                "        Thread.ofPlatform().name(\"milk\").start(() -> errand(\"milk\"));",
                "        errand(\"bread\");",
                "        Thread.ofPlatform().name(\"late\").start(() -> errand(\"late\"));");

        assertThat(verdict.problem()).contains("1 thread was still running: late");
    }

    @Test
    void explainsEndlessRecursion() throws Exception {
        assertThat(checker.checkBody("        runAll();").complaint())
                .contains("StackOverflowError", "calls itself without end");
    }

    @Test
    void stopsEndlessPrinting() throws Exception {
        assertThat(checker.checkBody(
                                "        for (int i = 0; i >= 0; i++) {",
                                "            IO.println(\"again\");",
                                "        }")
                        .problem())
                .contains("more than 5,000 lines");
    }

    @Test
    void stopsEndlessPrintingWithoutLineBreaks() throws Exception {
        assertThat(checker.checkBody(
                                "        for (int i = 0; i >= 0; i++) {",
                                "            IO.print(\"and again \".repeat(1_000));",
                                "        }")
                        .problem())
                .containsAnyOf("OutOfMemoryError", "Endless loop");
    }

    @Test
    void explainsEndlessPrintingThatIsCaught() throws Exception {
        assertThat(checker.checkBody(
                                "        try {",
                                "            for (int i = 0; i >= 0; i++) {",
                                "                IO.println(\"again\");",
                                "            }",
                                "        } catch (Throwable any) {",
                                "            errand(\"bread\");",
                                "        }")
                        .problem())
                .startsWith("Your code printed more than 5,000 lines");
    }

    @Test
    void doesNotShowTheExceptionThatStopsAThread() throws Exception {
        Verdict verdict = checker.checkBody(
                "        var busy = Thread.ofPlatform().name(\"busy\").start(() -> {",
                "            for (int i = 0; i < 2; i = 1 - i) {",
                "                Thread.onSpinWait();",
                "            }",
                "        });",
                "        busy.join();");

        assertThat(verdict.problem()).containsAnyOf("Endless loop", "still running after an hour");
        assertThat(verdict.remarks()).isEmpty();
    }

    @Test
    void doesNotShowTheStackTraceOfTheExceptionThatStopsAThread() throws Exception {
        Verdict verdict = checker.checkBody(
                "        try {",
                "            for (int i = 0; i < 2; i = 1 - i) {",
                "                IO.println(\"again\");",
                "            }",
                "        } catch (Throwable any) {",
                "            any.printStackTrace();",
                "        }");

        assertThat(verdict.problem()).contains("more than 5,000 lines");
        assertThat(verdict.remarks()).noneMatch(remark -> remark.contains("TooMuchOutput"));
    }
}

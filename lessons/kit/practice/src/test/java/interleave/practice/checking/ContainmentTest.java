package interleave.practice.checking;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.practice.judging.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Whatever a student's code does, the verdict says what to look at, and the checker can check the next file. Two
 * checkers work side by side.
 */
@Execution(ExecutionMode.CONCURRENT)
class ContainmentTest {
    private static final int CHECKERS = 2;
    private static final BlockingQueue<Checker> IDLE = new ArrayBlockingQueue<>(CHECKERS);

    @TempDir
    Path folder;

    private Checker checker;
    private Path file;

    @BeforeAll
    static void startCheckers() throws IOException {
        for (int i = 0; i < CHECKERS; i++) {
            IDLE.add(Checker.of(Sample.ERRANDS, Sample.PLAIN, Duration.ofSeconds(20)));
        }
    }

    @AfterAll
    static void endCheckers() {
        IDLE.forEach(Checker::close);
    }

    @BeforeEach
    void takeChecker() throws InterruptedException {
        checker = IDLE.take();
    }

    @AfterEach
    void checkerAcceptsTheSolutionAfterwards() throws Exception {
        try {
            assertThat(check(Sample.solution()).complaint()).isBlank();
        } finally {
            IDLE.add(checker);
        }
    }

    // ---- code that does not end

    @Test
    void anEndlessLoopIsStoppedAndShown() throws Exception {
        Verdict verdict = body(
                "        int i = 0;",
                "        while (i < 1) {",
                "            Thread.onSpinWait();",
                "            i -= 1;",
                "            i += 1;",
                "        }");

        assertThat(verdict.complaint()).containsAnyOf("computes without end", "sleeps and wakes");
    }

    @Test
    void anEmptyEndlessLoopIsStoppedAndShown() throws Exception {
        Verdict verdict = body(
                "        while (true) {",
                "            if (folder() == 1) {",
                "                break;",
                "            }",
                "        }",
                "    }",
                "",
                "    private static int folder() {",
                "        return 2;");

        assertThat(verdict.problem()).contains("computes without end");
        assertThat(verdict.shown()).anyMatch(line -> line.contains("at sample.Errands.runAll(Errands.java:10)"));
    }

    @Test
    void anEndlessLoopThatCatchesEverythingIsStopped() throws Exception {
        Verdict verdict = body(
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

        assertThat(verdict.problem()).containsAnyOf("computes without end", "could not be stopped");
    }

    @Test
    void anEndlessLoopBeforeAnythingRunsIsStopped() throws Exception {
        Verdict verdict = check(Sample.solution().replace("final class Errands {", """
            final class Errands {
                static int rounds;

                static {
                    while (rounds >= 0) {
                        rounds = 1;
                    }
                }
            """));

        assertThat(verdict.problem()).containsAnyOf("computes without end", "could not be stopped");
    }

    @Test
    void sleepingForEverIsFoundInVirtualTime() throws Exception {
        Verdict verdict = body(
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
    void aDeadlockSaysWhoWaitsForWhom() throws Exception {
        Verdict verdict = body(
                "        var fork = new Object();",
                "        var knife = new Object();",
                "        var anna = Thread.ofPlatform().name(\"Anna\").start(() -> eat(fork, knife));",
                "        var ben = Thread.ofPlatform().name(\"Ben\").start(() -> eat(knife, fork));",
                "        anna.join();",
                "        ben.join();",
                "    }",
                "",
                "    private static void eat(Object first, Object second) {",
                "        synchronized (first) {",
                "            errand(\"bread\");",
                "            synchronized (second) {",
                "                IO.println(\"done\");",
                "            }",
                "        }");

        assertThat(verdict.complaint()).contains("Deadlock", "2.0 s of virtual time");
        assertThat(verdict.shown()).anyMatch(line -> line.contains("Anna waits for Ben waits for Anna"));
        assertThat(verdict.picture()).contains("Yours", "Anna", "Ben");
    }

    @Test
    void anExecutorThatIsClosedWhileItsThreadIsBlockedIsADeadlock() throws Exception {
        Verdict verdict = body(
                "        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(1)) {",
                "            threads.submit(() -> new java.util.concurrent.ArrayBlockingQueue<String>(1).take());",
                "            throw new IllegalStateException(\"no milk\");",
                "        }");

        assertThat(verdict.problem())
                .isEqualTo("Deadlock: nobody sleeps, and every thread waits for another, at 0 s of virtual time.");
        assertThat(verdict.shown())
                .anyMatch(line -> line.contains("pool-1-thread-1 waits"))
                .allMatch(line -> !line.contains("at ") || line.contains("Errands.java"));
        assertThat(verdict.advice()).contains("Closing an executor waits for its threads");
    }

    @Test
    void aThreadThatFillsAQueueAloneIsSaidToWaitForRoom() throws Exception {
        Verdict verdict = body(
                "        var basket = new java.util.concurrent.ArrayBlockingQueue<String>(1);",
                "        basket.put(\"bread\");",
                "        basket.put(\"milk\");");

        assertThat(verdict.problem())
                .isEqualTo("Deadlock: main waits for room in an ArrayBlockingQueue, and nobody takes from it.");
        assertThat(verdict.advice()).contains("at the same time");
    }

    @Test
    void aThreadThatTakesFromAQueueAloneIsSaidToWaitForSomething() throws Exception {
        Verdict verdict = body("        new java.util.concurrent.LinkedBlockingQueue<String>().take();");

        assertThat(verdict.problem())
                .isEqualTo(
                        "Deadlock: main waits for something from a LinkedBlockingQueue, and nobody puts anything into"
                                + " it.");
    }

    @Test
    void aThreadThatWaitsAloneIsNotSaidToWaitForAnother() throws Exception {
        Verdict verdict = body("        new java.util.concurrent.CountDownLatch(1).await();");

        assertThat(verdict.problem())
                .isEqualTo("Deadlock: main waits for a CountDownLatch, and nobody is left to end that, at 0.0 s of"
                        + " virtual time.");
    }

    @Test
    void whatCameOutOfAFutureIsToldWithItsWrapper() throws Exception {
        Verdict verdict = body(
                "        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(1)) {",
                "            threads.submit(() -> {",
                "                throw new IllegalStateException(\"no milk\");",
                "            }).get();",
                "        }");

        assertThat(verdict.problem())
                .matches("Your code threw IllegalStateException: no milk at Errands.java, line \\d+\\."
                        + " It came to you as an ExecutionException at Errands.java, line \\d+\\.");
        assertThat(verdict.advice()).contains("catch ExecutionException around each get", "getCause()");
    }

    @Test
    void aFailureThatIsPrintedIsNotSwallowed() throws Exception {
        assertThat(failureCaught("IO.println(\"Failed: \" + failed.getMessage());")
                        .remarks())
                .isEmpty();
        assertThat(failureCaught("IO.println(\"something failed\");").remarks())
                .singleElement()
                .asString()
                .contains("swallows RuntimeException");
    }

    private Verdict failureCaught(String statement) throws Exception {
        return body(
                "        try {",
                "            errand(\"bread\");",
                "        } catch (RuntimeException failed) {",
                "            " + statement,
                "        }");
    }

    @Test
    void threadsLeftRunningAreNamed() throws Exception {
        Verdict verdict = body(
                "        Thread.ofPlatform().name(\"milk\").start(() -> errand(\"milk\"));",
                "        errand(\"bread\");",
                "        Thread.ofPlatform().name(\"late\").start(() -> errand(\"late\"));");

        assertThat(verdict.problem()).contains("while a thread was still running: late");
    }

    @Test
    void aLoopInsideTheJdkIsEndedWithItsProcess() throws Exception {
        Verdict verdict =
                body("        java.util.stream.LongStream.iterate(1, i -> i).filter(i -> i > 1).findFirst();");

        assertThat(verdict.problem()).contains("computes without end");
    }

    @Test
    void aCheckThatDoesNotComeBackIsEnded() throws Exception {
        file = folder.resolve("Errands.java");
        Files.writeString(file, Sample.withBody("        while (true) {", "        }"));
        try (var impatient = Checker.of(Sample.ERRANDS, Sample.PLAIN, Duration.ofMillis(1))) {
            Verdict verdict = impatient.check(file);

            assertThat(verdict.problem()).contains("could not be stopped");
            assertThat(verdict.shown()).singleElement().asString().contains("9 |         while (true) {");
        }
    }

    // ---- code that ends too much

    @Test
    void systemExitEndsOnlyTheCheck() throws Exception {
        Verdict verdict = body("        errand(\"bread\");", "        System.exit(0);");

        assertThat(verdict.problem()).contains("ended the whole Java machine");
        assertThat(verdict.shown()).singleElement().asString().contains("10 |         System.exit(0);");
        assertThat(verdict.advice()).contains("Take System.exit away");
    }

    @Test
    void haltEndsOnlyTheCheck() throws Exception {
        assertThat(body("        Runtime.getRuntime().halt(3);").problem()).contains("ended the whole Java machine");
    }

    @Test
    void allMemoryIsNotForAStudent() throws Exception {
        Verdict verdict = body(
                "        var all = new java.util.ArrayList<long[]>();",
                "        while (all != null) {",
                "            all.add(new long[1_000_000]);",
                "        }");

        assertThat(verdict.problem()).contains("used up all memory");
    }

    @Test
    void printingWithoutEndIsSaidAlsoWhenWhoeverCallsCatchesEverything() throws Exception {
        assertThat(body(
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
    void printingWithoutEndIsStopped() throws Exception {
        assertThat(body("        for (int i = 0; i >= 0; i++) {", "            IO.println(\"again\");", "        }")
                        .problem())
                .contains("more than 5,000 lines");
    }

    @Test
    void printingWithoutEndAndWithoutLinesIsStopped() throws Exception {
        assertThat(body(
                                "        for (int i = 0; i >= 0; i++) {",
                                "            IO.print(\"and again \".repeat(1_000));",
                                "        }")
                        .problem())
                .containsAnyOf("used up all memory", "computes without end");
    }

    // ---- code that fails

    @Test
    void anExceptionIsShownWithItsLine() throws Exception {
        Verdict verdict = body("        throw new IllegalStateException(\"no milk today\");");

        assertThat(verdict.problem())
                .isEqualTo("Your code threw IllegalStateException: no milk today at Errands.java, line 9.");
    }

    @Test
    void anExceptionBehindAFutureIsUnwrapped() throws Exception {
        Verdict verdict = body(
                "        try (var pool = java.util.concurrent.Executors.newFixedThreadPool(1)) {",
                "            pool.submit(() -> java.util.List.of(1).get(7)).get();",
                "        }");

        assertThat(verdict.problem())
                .startsWith("Your code threw IndexOutOfBoundsException")
                .contains("line 10")
                .doesNotContain("ExecutionException: ");
    }

    @Test
    void anExceptionThatOnlyItsThreadKnowsIsTold() throws Exception {
        Verdict verdict = body(
                "        var lost = Thread.ofPlatform().name(\"milk\").start(() -> {",
                "            throw new IllegalStateException(\"no milk today\");",
                "        });",
                "        lost.join();",
                "        errand(\"bread\");");

        assertThat(verdict.problem()).contains("did not print \"milk\"");
        assertThat(verdict.remarks())
                .anyMatch(remark -> remark.contains("IllegalStateException: no milk today")
                        && remark.contains("milk")
                        && remark.contains("line 10"));
    }

    @Test
    void recursionWithoutEndIsExplained() throws Exception {
        assertThat(body("        runAll();").complaint()).contains("StackOverflowError", "calls itself without end");
    }

    @Test
    void theNetworkIsRefusedByName() throws Exception {
        assertThat(body("        new java.net.Socket(\"127.0.0.1\", 9).close();")
                        .complaint())
                .contains("UnsupportedOperationException", "runs in virtual time");
    }

    @Test
    void readingKeysFindsNone() throws Exception {
        assertThat(body("        while (System.in.read() >= 0) {", "            errand(\"key\");", "        }")
                        .problem())
                .contains("did not print \"bread\"");
    }

    @Test
    void aSwallowedInterruptIsRemarked() throws Exception {
        Verdict verdict =
                check(Sample.solution().replace("Thread.currentThread().interrupt();", "stopped.printStackTrace();"));

        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.remarks())
                .containsExactly(
                        "Line 19 swallows an interrupt: whoever wants to stop this thread is not heard. Let it be"
                                + " thrown on, or set the flag again: Thread.currentThread().interrupt();");
    }

    // ---- files that are not what they were

    @Test
    void aRenamedPackageIsNamed() throws Exception {
        assertThat(check(Sample.solution().replace("package sample;", "package simple;"))
                        .complaint())
                .contains("The package is now 'simple'", "package sample;");
    }

    @Test
    void aMissingPackageIsNamed() throws Exception {
        assertThat(check(Sample.solution().replace("package sample;", "")).complaint())
                .contains("no package any more", "package sample;");
    }

    @Test
    void aRenamedClassIsNamed() throws Exception {
        assertThat(check(Sample.solution().replace("class Errands", "class Tasks"))
                        .complaint())
                .contains("no class Errands any more, but Tasks", "final class Errands");
    }

    @Test
    void aRenamedMethodIsNamed() throws Exception {
        assertThat(check(Sample.solution().replace("runAll", "runBoth")).complaint())
                .contains("the check cannot call it", "runAll");
    }

    @Test
    void anEmptyFileIsCalledEmpty() throws Exception {
        assertThat(check("\n").problem()).isEqualTo("Errands.java is empty.");
    }

    @Test
    void aDeletedFileIsCalledGone() throws Exception {
        assertThat(checker.check(folder.resolve("Errands.java")).problem()).isEqualTo("Errands.java is gone.");
    }

    @Test
    void windowsLineEndsTabsAndAByteOrderMarkDoNotMatter() throws Exception {
        assertThat(check("\ufeff" + Sample.solution().replace("    ", "\t").replace("\n", "\r\n"))
                        .complaint())
                .isBlank();
    }

    @Test
    void namesBeyondAsciiDoNotMatter() throws Exception {
        assertThat(check(Sample.solution()
                                .replace("errand(", "\u00fcbernimm(")
                                .replace("bread =", "br\u00f6tchen =")
                                .replace("bread.join", "br\u00f6tchen.join"))
                        .complaint())
                .isBlank();
    }

    @Test
    void anotherEncodingIsNamed() throws Exception {
        file = folder.resolve("Errands.java");
        Files.writeString(file, Sample.solution().replace("Two", "Zw\u00f6lf"), StandardCharsets.ISO_8859_1);

        assertThat(checker.check(file).problem()).isEqualTo("Errands.java is not in UTF-8.");
    }

    @Test
    void theStudentsFileIsNeverTouched() throws Exception {
        body("        System.exit(0);");

        assertThat(Files.readString(file)).contains("System.exit(0);");
    }

    private Verdict body(String... statements) throws Exception {
        Verdict verdict = check(Sample.withBody(statements));
        assertThat(verdict.passed()).isFalse();
        return verdict;
    }

    private Verdict check(String code) throws Exception {
        file = folder.resolve("Errands.java");
        Files.writeString(file, code);
        return checker.check(file);
    }
}

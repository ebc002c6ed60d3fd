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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Whatever a student's code does, there is a helpful verdict, and the checker can check the next file. */
@Tag("slow")
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
    static void closeCheckers() {
        IDLE.forEach(Checker::close);
    }

    @BeforeEach
    void takeChecker() throws InterruptedException {
        checker = IDLE.take();
    }

    @AfterEach
    void checkerStillAcceptsTheSolution() throws Exception {
        try {
            assertThat(check(Sample.solution()).complaint()).isBlank();
        } finally {
            IDLE.add(checker);
        }
    }

    // ---- code that does not end

    @Test
    void stopsAndShowsEndlessLoop() throws Exception {
        Verdict verdict = body(
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

        assertThat(verdict.problem()).contains("Endless loop");
        assertThat(verdict.shown()).anyMatch(line -> line.contains("at sample.Errands.runAll(Errands.java:10)"));
    }

    @Test
    void stopsEndlessLoopThatCatchesEverything() throws Exception {
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

        assertThat(verdict.problem()).containsAnyOf("Endless loop", "could not be stopped");
    }

    @Test
    void stopsEndlessLoopInStaticInitializer() throws Exception {
        Verdict verdict = check(Sample.solution().replace("final class Errands {", """
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
    void stopsLoopThatSleepsForever() throws Exception {
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
    void showsCycleOfDeadlock() throws Exception {
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

        assertThat(verdict.complaint()).contains("Deadlock at 2 s: every thread waits, and none can continue.");
        assertThat(verdict.shown()).anyMatch(line -> line.contains("Anna waits for Ben waits for Anna"));
        assertThat(verdict.advice()).isEqualTo("Break the cycle, for example with a fixed order of locks.");
        assertThat(verdict.picture()).contains("Yours", "Anna", "Ben");
    }

    @Test
    void executorWhoseThreadBlocksForeverIsADeadlock() throws Exception {
        Verdict verdict = body(
                "        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(1)) {",
                "            threads.submit(() -> new java.util.concurrent.ArrayBlockingQueue<String>(1).take());",
                "            throw new IllegalStateException(\"no milk\");",
                "        }");

        assertThat(verdict.problem()).isEqualTo("Deadlock at 0 s: every thread waits, and none can continue.");
        assertThat(verdict.shown())
                .anyMatch(line -> line.contains("pool-1-thread-1 waits"))
                .allMatch(line -> !line.contains("at ") || line.contains("Errands.java"));
        assertThat(verdict.advice()).contains("close() of an executor waits for its threads");
    }

    @Test
    void explainsThatNoThreadTakesFromFullQueue() throws Exception {
        Verdict verdict = body(
                "        var basket = new java.util.concurrent.ArrayBlockingQueue<String>(1);",
                "        basket.put(\"bread\");",
                "        basket.put(\"milk\");");

        assertThat(verdict.problem())
                .isEqualTo("Deadlock at 0 s: main waits for room in an ArrayBlockingQueue, and no thread"
                        + " takes from it.");
        assertThat(verdict.advice()).contains("at the same time");
    }

    @Test
    void explainsThatNoThreadAddsToEmptyQueue() throws Exception {
        Verdict verdict = body("        new java.util.concurrent.LinkedBlockingQueue<String>().take();");

        assertThat(verdict.problem())
                .isEqualTo("Deadlock at 0 s: main waits for an element of a LinkedBlockingQueue, and no"
                        + " thread adds one.");
    }

    @Test
    void deadlockOfOneThreadIsNotACycle() throws Exception {
        Verdict verdict = body("        new java.util.concurrent.CountDownLatch(1).await();");

        assertThat(verdict.problem())
                .isEqualTo("Deadlock at 0 s: main waits for a CountDownLatch, and no thread can wake it.");
    }

    @Test
    void explainsExceptionThatWasRethrownByGet() throws Exception {
        Verdict verdict = body(
                "        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(1)) {",
                "            threads.submit(() -> {",
                "                throw new IllegalStateException(\"no milk\");",
                "            }).get();",
                "        }");

        assertThat(verdict.problem())
                .matches("Your code threw IllegalStateException: no milk \\(Errands.java, line \\d+\\)\\."
                        + " It was rethrown as an ExecutionException \\(Errands.java, line \\d+\\)\\.");
        assertThat(verdict.advice()).contains("catch ExecutionException around get()", "getCause()");
    }

    @Test
    void printedExceptionIsNotSwallowed() throws Exception {
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
    void namesThreadsThatAreStillRunning() throws Exception {
        Verdict verdict = body(
                "        Thread.ofPlatform().name(\"milk\").start(() -> errand(\"milk\"));",
                "        errand(\"bread\");",
                "        Thread.ofPlatform().name(\"late\").start(() -> errand(\"late\"));");

        assertThat(verdict.problem()).contains("1 thread was still running: late");
    }

    @Test
    void stopsEndlessLoopInsideTheJdk() throws Exception {
        Verdict verdict =
                body("        java.util.stream.LongStream.iterate(1, i -> i).filter(i -> i > 1).findFirst();");

        assertThat(verdict.problem()).contains("Endless loop");
    }

    @Test
    void endsProcessThatExceedsTheTimeLimit() throws Exception {
        file = folder.resolve("Errands.java");
        Files.writeString(file, Sample.withBody("        while (true) {", "        }"));
        try (var shortLimit = Checker.of(Sample.ERRANDS, Sample.PLAIN, Duration.ofMillis(1))) {
            Verdict verdict = shortLimit.check(file);

            assertThat(verdict.problem()).contains("could not be stopped");
            assertThat(verdict.shown()).singleElement().asString().contains("9 |         while (true) {");
        }
    }

    // ---- code that ends the JVM, or exhausts it

    @Test
    void explainsSystemExit() throws Exception {
        Verdict verdict = body("        errand(\"bread\");", "        System.exit(0);");

        assertThat(verdict.problem()).contains("ended the JVM");
        assertThat(verdict.shown()).singleElement().asString().contains("10 |         System.exit(0);");
        assertThat(verdict.advice()).contains("Remove System.exit");
    }

    @Test
    void explainsHalt() throws Exception {
        assertThat(body("        Runtime.getRuntime().halt(3);").problem()).contains("ended the JVM");
    }

    @Test
    void explainsOutOfMemory() throws Exception {
        Verdict verdict = body(
                "        var all = new java.util.ArrayList<long[]>();",
                "        while (all != null) {",
                "            all.add(new long[1_000_000]);",
                "        }");

        assertThat(verdict.problem()).contains("OutOfMemoryError");
        assertThat(verdict.advice()).contains("a loop that fills a collection");
    }

    @Test
    void explainsQueueThatIsTooLarge() throws Exception {
        Verdict verdict =
                body("        new java.util.concurrent.ArrayBlockingQueue<String>(Integer.MAX_VALUE).clear();");

        assertThat(verdict.problem()).contains("OutOfMemoryError");
        assertThat(verdict.advice()).contains("Which number in your code sets its size?");
    }

    @Test
    void explainsEndlessPrintingThatIsCaught() throws Exception {
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
    void stopsEndlessPrinting() throws Exception {
        assertThat(body("        for (int i = 0; i >= 0; i++) {", "            IO.println(\"again\");", "        }")
                        .problem())
                .contains("more than 5,000 lines");
    }

    @Test
    void stopsEndlessPrintingWithoutLineBreaks() throws Exception {
        assertThat(body(
                                "        for (int i = 0; i >= 0; i++) {",
                                "            IO.print(\"and again \".repeat(1_000));",
                                "        }")
                        .problem())
                .containsAnyOf("OutOfMemoryError", "Endless loop");
    }

    // ---- code that fails

    @Test
    void showsExceptionWithItsLine() throws Exception {
        Verdict verdict = body("        throw new IllegalStateException(\"no milk today\");");

        assertThat(verdict.problem())
                .isEqualTo("Your code threw IllegalStateException: no milk today (Errands.java, line 9).");
    }

    @Test
    void unwrapsExceptionOfFuture() throws Exception {
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
    void reportsUncaughtExceptionOfThread() throws Exception {
        Verdict verdict = body(
                "        var lost = Thread.ofPlatform().name(\"milk\").start(() -> {",
                "            throw new IllegalStateException(\"no milk today\");",
                "        });",
                "        lost.join();",
                "        errand(\"bread\");");

        assertThat(verdict.problem()).contains("Expected \"milk\", but it was never printed.");
        assertThat(verdict.remarks())
                .anyMatch(remark -> remark.contains("IllegalStateException: no milk today")
                        && remark.contains("milk")
                        && remark.contains("line 10"));
    }

    @Test
    void refusesRightOutputIfAThreadEndsWithUncaughtException() throws Exception {
        Verdict verdict = check(Sample.solution()
                .replace(
                        "        var bread",
                        "        Thread.ofPlatform().name(\"cat\").start(() -> {\n"
                                + "            throw new IllegalStateException(\"hungry\");\n"
                                + "        });\n"
                                + "        var bread"));

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.right()).isNotEmpty();
        assertThat(verdict.problem())
                .startsWith("Thread cat ended with an uncaught IllegalStateException: hungry (Errands.java, line");
        assertThat(verdict.remarks()).as("says it once").noneMatch(remark -> remark.contains("hungry"));
    }

    @Test
    void doesNotShowTheExceptionThatStopsAThread() throws Exception {
        Verdict verdict = body(
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
        Verdict verdict = body(
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

    @Test
    void explainsEndlessRecursion() throws Exception {
        assertThat(body("        runAll();").complaint()).contains("StackOverflowError", "calls itself without end");
    }

    @Test
    void explainsThatThereIsNoNetwork() throws Exception {
        assertThat(body("        new java.net.Socket(\"127.0.0.1\", 9).close();")
                        .complaint())
                .contains("UnsupportedOperationException", "runs in virtual time");
    }

    @Test
    void standardInputIsEmpty() throws Exception {
        assertThat(body("        while (System.in.read() >= 0) {", "            errand(\"key\");", "        }")
                        .problem())
                .contains("Expected \"bread\", but it was never printed.");
    }

    @Test
    void remarksOnSwallowedInterrupt() throws Exception {
        Verdict verdict =
                check(Sample.solution().replace("Thread.currentThread().interrupt();", "stopped.printStackTrace();"));

        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.remarks())
                .containsExactly(
                        "Line 19 swallows an InterruptedException, so this thread cannot be stopped. Declare it with"
                                + " throws, or restore the interrupt flag: Thread.currentThread().interrupt();");
    }

    // ---- files that were renamed, deleted or saved in another format

    @Test
    void explainsRenamedPackage() throws Exception {
        assertThat(check(Sample.solution().replace("package sample;", "package simple;"))
                        .complaint())
                .contains("Expected package sample, but the file declares package simple.", "package sample;");
    }

    @Test
    void explainsMissingPackage() throws Exception {
        assertThat(check(Sample.solution().replace("package sample;", "")).complaint())
                .contains("the file declares no package", "package sample;");
    }

    @Test
    void explainsRenamedClass() throws Exception {
        assertThat(check(Sample.solution().replace("class Errands", "class Tasks"))
                        .complaint())
                .contains("Expected a class Errands, but the file declares Tasks.", "final class Errands");
    }

    @Test
    void explainsRenamedMethod() throws Exception {
        assertThat(check(Sample.solution().replace("runAll", "runBoth")).complaint())
                .contains("the check cannot call it", "runAll");
    }

    @Test
    void explainsEmptyFile() throws Exception {
        assertThat(check("\n").problem()).isEqualTo("Errands.java is empty.");
    }

    @Test
    void explainsDeletedFile() throws Exception {
        assertThat(checker.check(folder.resolve("Errands.java")).problem()).isEqualTo("Errands.java is gone.");
    }

    @Test
    void acceptsWindowsLineEndsTabsAndByteOrderMark() throws Exception {
        assertThat(check("\ufeff" + Sample.solution().replace("    ", "\t").replace("\n", "\r\n"))
                        .complaint())
                .isBlank();
    }

    @Test
    void acceptsNamesBeyondAscii() throws Exception {
        assertThat(check(Sample.solution()
                                .replace("errand(", "\u00fcbernimm(")
                                .replace("bread =", "br\u00f6tchen =")
                                .replace("bread.join", "br\u00f6tchen.join"))
                        .complaint())
                .isBlank();
    }

    @Test
    void explainsOtherEncoding() throws Exception {
        file = folder.resolve("Errands.java");
        Files.writeString(file, Sample.solution().replace("Two", "Zw\u00f6lf"), StandardCharsets.ISO_8859_1);

        assertThat(checker.check(file).problem()).isEqualTo("Errands.java is not encoded in UTF-8.");
    }

    @Test
    void neverChangesTheStudentsFile() throws Exception {
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

package interleave.practice.checking;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.practice.judging.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Code that throws exceptions, ends the JVM, or needs what a check does not offer. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class FailingAnswersTest {
    @RegisterExtension
    final SharedChecker checker = new SharedChecker();

    @Test
    void showsExceptionWithItsLine() throws Exception {
        Verdict verdict = checker.checkBody("        throw new IllegalStateException(\"no milk today\");");

        assertThat(verdict.problem())
                .isEqualTo("Your code threw IllegalStateException: no milk today (Errands.java, line 9).");
    }

    @Test
    void unwrapsExceptionOfFuture() throws Exception {
        Verdict verdict = checker.checkBody(
                "        try (var pool = java.util.concurrent.Executors.newFixedThreadPool(1)) {",
                "            pool.submit(() -> java.util.List.of(1).get(7)).get();",
                "        }");

        assertThat(verdict.problem())
                .startsWith("Your code threw IndexOutOfBoundsException")
                .contains("line 10")
                .doesNotContain("ExecutionException: ");
    }

    @Test
    void explainsExceptionThatWasRethrownByGet() throws Exception {
        Verdict verdict = checker.checkBody(
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
        return checker.checkBody(
                "        try {",
                "            errand(\"bread\");",
                "        } catch (RuntimeException failed) {",
                "            " + statement,
                "        }");
    }

    @Test
    void remarksOnSwallowedInterrupt() throws Exception {
        Verdict verdict = checker.check(
                Sample.solution().replace("Thread.currentThread().interrupt();", "stopped.printStackTrace();"));

        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.remarks())
                .containsExactly(
                        "Line 19 swallows an InterruptedException, so this thread cannot be stopped. Declare it with"
                                + " throws, or restore the interrupt flag: Thread.currentThread().interrupt();");
    }

    @Test
    void reportsUncaughtExceptionOfThread() throws Exception {
        Verdict verdict = checker.checkBody(
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
        Verdict verdict = checker.check(Sample.solution()
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
    void explainsSystemExit() throws Exception {
        Verdict verdict = checker.checkBody("        errand(\"bread\");", "        System.exit(0);");

        assertThat(verdict.problem()).contains("ended the JVM");
        assertThat(verdict.shown()).singleElement().asString().contains("10 |         System.exit(0);");
        assertThat(verdict.advice()).contains("Remove System.exit");
    }

    @Test
    void explainsHalt() throws Exception {
        assertThat(checker.checkBody("        Runtime.getRuntime().halt(3);").problem())
                .contains("ended the JVM");
    }

    @Test
    void explainsOutOfMemory() throws Exception {
        Verdict verdict = checker.checkBody(
                "        var all = new java.util.ArrayList<long[]>();",
                "        while (all != null) {",
                "            all.add(new long[1_000_000]);",
                "        }");

        assertThat(verdict.problem()).contains("OutOfMemoryError");
        assertThat(verdict.advice()).contains("a loop that fills a collection");
    }

    @Test
    void explainsQueueThatIsTooLarge() throws Exception {
        Verdict verdict = checker.checkBody(
                "        new java.util.concurrent.ArrayBlockingQueue<String>(Integer.MAX_VALUE).clear();");

        assertThat(verdict.problem()).contains("OutOfMemoryError");
        assertThat(verdict.advice()).contains("Which number in your code sets its size?");
    }

    @Test
    void explainsThatThereIsNoNetwork() throws Exception {
        assertThat(checker.checkBody("        new java.net.Socket(\"127.0.0.1\", 9).close();")
                        .complaint())
                .contains("UnsupportedOperationException", "runs in virtual time");
    }

    @Test
    void standardInputIsEmpty() throws Exception {
        assertThat(checker.checkBody(
                                "        while (System.in.read() >= 0) {", "            errand(\"key\");", "        }")
                        .problem())
                .contains("Expected \"bread\", but it was never printed.");
    }
}

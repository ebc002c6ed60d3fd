package interleave.practice.checking;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.practice.judging.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Code whose threads all wait: the verdict names what each of them waits for. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class DeadlockedAnswersTest {
    @RegisterExtension
    final SharedChecker checker = new SharedChecker();

    @Test
    void showsCycleOfDeadlock() throws Exception {
        Verdict verdict = checker.checkBody(
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
    void deadlockOfOneThreadIsNotACycle() throws Exception {
        Verdict verdict = checker.checkBody("        new java.util.concurrent.CountDownLatch(1).await();");

        assertThat(verdict.problem())
                .isEqualTo("Deadlock at 0 s: main waits for a CountDownLatch, and no thread can wake it.");
    }

    @Test
    void executorWhoseThreadBlocksForeverIsADeadlock() throws Exception {
        Verdict verdict = checker.checkBody(
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
        Verdict verdict = checker.checkBody(
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
        Verdict verdict = checker.checkBody("        new java.util.concurrent.LinkedBlockingQueue<String>().take();");

        assertThat(verdict.problem())
                .isEqualTo("Deadlock at 0 s: main waits for an element of a LinkedBlockingQueue, and no"
                        + " thread adds one.");
    }
}

package interleave.practice.checking;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.practice.judging.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requirements for every right answer, in addition to the claims of its check. */
class RobustAnswersTest {
    private static final String POOL = "java.util.concurrent.Executors.newFixedThreadPool(2)";
    private static Checker checker;

    @TempDir
    Path folder;

    @BeforeAll
    static void startChecker() throws IOException {
        checker = Checker.of(Sample.ERRANDS, Sample.PLAIN);
    }

    @AfterAll
    static void endChecker() {
        checker.close();
    }

    @Test
    void refusesCollectionThatThreadsWriteWithoutLock() throws Exception {
        Verdict verdict = body(
                "        var done = new java.util.HashMap<String, Integer>();",
                "        try (var threads = " + POOL + ") {",
                "            threads.submit(() -> { errand(\"bread\"); done.put(\"bread\", 1); });",
                "            threads.submit(() -> { errand(\"milk\"); done.put(\"milk\", 1); });",
                "        }");

        assertThat(verdict.problem())
                .startsWith("Data race: two threads use a HashMap, in line ")
                .contains("(put)");
        assertThat(verdict.advice()).contains("a concurrent collection, or a lock");
    }

    @Test
    void noticesIgnoredResultOfTryAcquire() throws Exception {
        Verdict verdict = body(
                "        new java.util.concurrent.Semaphore(1).tryAcquire();",
                "        errand(\"bread\");",
                "        if (new java.util.concurrent.locks.ReentrantLock().tryLock()) {",
                "            errand(\"milk\");",
                "        }");

        assertThat(verdict.remarks())
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("ignores the result of tryAcquire(). It returns false at once", "acquire() waits");
    }

    @Test
    void acceptsTimeoutOfAScope() throws Exception {
        assertThat(accepted(
                        "        try (var scope = java.util.concurrent.StructuredTaskScope.open()) {",
                        "            scope.fork(() -> errand(\"bread\"));",
                        "            scope.fork(() -> errand(\"milk\"));",
                        "            try {",
                        "                scope.join();",
                        "            } catch (java.util.concurrent.StructuredTaskScope.TimeoutException late) {",
                        "                // the late ones are unavailable",
                        "            }",
                        "        }"))
                .isBlank();
    }

    @Test
    void refusesWriteDuringReadAtAnotherMoment() throws Exception {
        Verdict verdict = body(
                "        var done = new java.util.ArrayList<String>();",
                "        try (var threads = " + POOL + ") {",
                "            threads.submit(() -> { errand(\"bread\"); done.add(\"bread\"); });",
                "            threads.submit(() -> { int before = done.size(); errand(\"milk\"); return before; });",
                "        }");

        assertThat(verdict.problem()).contains("an ArrayList", "(add)", "(size)");
    }

    @Test
    void refusesCollectionCalledThroughMethodReference() throws Exception {
        Verdict verdict = body(
                "        var done = new java.util.ArrayList<String>();",
                "        java.util.function.Consumer<String> note = done::add;",
                "        try (var threads = " + POOL + ") {",
                "            threads.submit(() -> { errand(\"bread\"); note.accept(\"bread\"); });",
                "            threads.submit(() -> { errand(\"milk\"); note.accept(\"milk\"); });",
                "        }");

        assertThat(verdict.problem()).contains("an ArrayList", "(add)");
    }

    @Test
    void acceptsListWhoseElementsAreSetByDifferentThreads() throws Exception {
        assertThat(accepted(
                        "        var done = new java.util.ArrayList<>(java.util.List.of(\"\", \"\"));",
                        "        try (var threads = " + POOL + ") {",
                        "            threads.submit(() -> { errand(\"bread\"); done.set(0, \"bread\"); });",
                        "            threads.submit(() -> { errand(\"milk\"); done.set(1 % done.size(), \"milk\"); });",
                        "        }"))
                .isBlank();
    }

    @Test
    void refusesStringBuilder() throws Exception {
        Verdict verdict = body(
                "        var done = new StringBuilder();",
                "        try (var threads = " + POOL + ") {",
                "            threads.submit(() -> { errand(\"bread\"); done.append(\"bread\"); });",
                "            threads.submit(() -> { errand(\"milk\"); done.append(\"milk\"); });",
                "        }");

        assertThat(verdict.problem()).contains("a StringBuilder", "(append)");
    }

    /** The JVM verifies that both are exceptions, also after the class was rewritten for virtual time. */
    @Test
    void acceptsMultiCatchOfAnExceptionThatTheFileDeclares() throws Exception {
        assertThat(accepted(
                        "        class ClosedException extends Exception {}",
                        "        java.util.concurrent.Callable<Void> bread = () -> {",
                        "            try {",
                        "                if (Thread.currentThread().isInterrupted()) { throw new ClosedException(); }",
                        "                errand(\"bread\");",
                        "            } catch (ClosedException | IllegalStateException failure) {",
                        "                throw new java.util.concurrent.CompletionException(failure);",
                        "            }",
                        "            return null;",
                        "        };",
                        "        try (var threads = " + POOL + ") {",
                        "            threads.submit(bread);",
                        "            threads.submit(() -> { errand(\"milk\"); return null; });",
                        "        }"))
                .isBlank();
    }

    @Test
    void refusesCounter() throws Exception {
        Verdict verdict = check(Sample.solution()
                .replace("final class Errands {", "final class Errands {\n    private static int done;")
                .replace("IO.println(what);", "IO.println(what);\n            done++;"));

        assertThat(verdict.problem()).matches("Data race: two threads update the field done, in line \\d+\\..*");
        assertThat(verdict.advice()).contains("AtomicInteger");
    }

    @Test
    void refusesCheckThenActOnField() throws Exception {
        Verdict verdict = check(Sample.withBody(
                        "        Runnable buyer = () -> {",
                        "            if (money >= 2) {",
                        "                money -= 2;",
                        "            }",
                        "        };",
                        "        var first = Thread.ofVirtual().start(buyer);",
                        "        var second = Thread.ofVirtual().start(buyer);",
                        "        var milk = Thread.ofVirtual().start(() -> errand(\"milk\"));",
                        "        errand(\"bread\");",
                        "        first.join();",
                        "        second.join();",
                        "        milk.join();")
                .replace("final class Errands {", "final class Errands {\n    private static int money = 10;"));

        assertThat(verdict.problem())
                .matches("Data race: after the check in line \\d+, another thread can change the field money .*");
        assertThat(verdict.advice()).contains("the same lock from the check to the change");
    }

    @Test
    void refusesFieldThatIsPublishedWithoutOrder() throws Exception {
        Verdict verdict = check(Sample.withBody(
                        "        var milk = Thread.ofVirtual().start(() -> { change = 1; errand(\"milk\"); });",
                        "        errand(\"bread\");",
                        "        int left = change;",
                        "        milk.join();")
                .replace("final class Errands {", "final class Errands {\n    private static int change;"));

        assertThat(verdict.problem())
                .matches("Data race: one thread writes the field change, in line \\d+, and another reads it, in line"
                        + " \\d+\\. Nothing makes the write happen before the read.*");
        assertThat(verdict.advice()).contains("after join() or get()", "volatile");
    }

    @Test
    void refusesElementThatThreadsShare() throws Exception {
        Verdict verdict = body(
                "        var done = new String[1];",
                "        try (var threads = " + POOL + ") {",
                "            threads.submit(() -> { errand(\"bread\"); done[0] = \"bread\"; });",
                "            threads.submit(() -> { errand(\"milk\"); done[0] = \"milk\"; });",
                "        }");

        assertThat(verdict.problem()).contains("element 0 of a String[]", "nothing orders the two");
        assertThat(verdict.advice()).startsWith("Give each thread an element of its own");
    }

    @Test
    void refusesListInWhichThreadsSetTheSameElement() throws Exception {
        Verdict verdict = body(
                "        var done = new java.util.ArrayList<>(java.util.List.of(\"\", \"\"));",
                "        try (var threads = " + POOL + ") {",
                "            threads.submit(() -> { errand(\"bread\"); done.set(1, \"bread\"); });",
                "            threads.submit(() -> { errand(\"milk\"); done.set(1, \"milk\"); });",
                "        }");

        assertThat(verdict.problem()).contains("element 1 of an ArrayList");
        assertThat(verdict.advice()).startsWith("Give each thread an element of its own");
    }

    @Test
    void acceptsPoolInStaticFieldInEveryRun() throws Exception {
        String withPool = Sample.withBody(
                "        for (var done : POOL.invokeAll(java.util.List.<java.util.concurrent.Callable<Void>>of(",
                "                () -> { errand(\"bread\"); return null; }, () -> { errand(\"milk\"); return null;"
                        + " }))) {",
                "            done.get();",
                "        }");

        assertThat(check(withPool.replace(
                                "final class Errands {",
                                "final class Errands {\n"
                                        + "    private static final java.util.concurrent.ExecutorService POOL = "
                                        + POOL + ";"))
                        .complaint())
                .isBlank();
    }

    /** Its accesses are ordered, so there is no data race. The claim fails when an update is lost. */
    @Test
    void refusesVolatileCounterUnderAnotherSchedule() throws Exception {
        Verdict verdict = check(Sample.withBody(
                        "        var helper = Thread.ofVirtual().start(() -> done++);",
                        "        done++;",
                        "        helper.join();",
                        "        var bread = Thread.ofVirtual().start(() -> errand(\"bread\"));",
                        "        if (done == 2) { errand(\"milk\"); }",
                        "        bread.join();")
                .replace("final class Errands {", "final class Errands {\n    private static volatile int done;\n")
                .replace("var helper", "done = 0; var helper"));

        assertThat(verdict.problem()).startsWith("Race condition under another schedule of the threads.");
    }

    @Test
    void acceptsCollectionThatIsAlwaysLocked() throws Exception {
        assertThat(accepted(
                        "        var done = new java.util.HashMap<String, Integer>();",
                        "        var lock = new java.util.concurrent.locks.ReentrantLock();",
                        "        try (var threads = " + POOL + ") {",
                        "            for (var what : java.util.List.of(\"bread\", \"milk\")) {",
                        "                threads.submit(() -> {",
                        "                    errand(what);",
                        "                    lock.lock();",
                        "                    try { done.put(what, 1); } finally { lock.unlock(); }",
                        "                });",
                        "            }",
                        "        }"))
                .isBlank();
    }

    @Test
    void acceptsCollectionThatThreadsUseOneAfterTheOther() throws Exception {
        assertThat(accepted(
                        "        var done = new java.util.ArrayList<String>();",
                        "        var bread = Thread.ofVirtual().start(() -> { errand(\"bread\"); done.add(\"bread\");"
                                + " });",
                        "        errand(\"milk\");",
                        "        bread.join();",
                        "        done.add(\"milk\");"))
                .isBlank();
    }

    @Test
    void acceptsArrayWithOneElementPerThread() throws Exception {
        assertThat(accepted(
                        "        var done = new String[2];",
                        "        try (var threads = " + POOL + ") {",
                        "            threads.submit(() -> { errand(\"bread\"); done[0] = \"bread\"; });",
                        "            threads.submit(() -> { errand(\"milk\"); done[1] = \"milk\"; });",
                        "        }"))
                .isBlank();
    }

    @Test
    void refusesCheckThenActThatOnlyAnotherScheduleSeparates() throws Exception {
        Verdict verdict = body(
                "        var sold = new java.util.concurrent.atomic.AtomicBoolean();",
                "        Runnable buyer = () -> {",
                "            if (!sold.get()) {",
                "                sold.set(true);",
                "                errand(\"milk\");",
                "            }",
                "        };",
                "        var first = Thread.ofVirtual().start(buyer);",
                "        var second = Thread.ofVirtual().start(buyer);",
                "        errand(\"bread\");",
                "        first.join();",
                "        second.join();");

        assertThat(verdict.problem())
                .isEqualTo("Race condition under another schedule of the threads. Expected \"milk\" once, but it was"
                        + " printed 2 times.");
    }

    @Test
    void idleThreadsOfPoolInFieldAreNotRunning() throws Exception {
        assertThat(check(Sample.withBody(
                                        "        var own = new Errands();",
                                        "        var milk = own.pool.submit(() -> errand(\"milk\"));",
                                        "        own.pool.submit(() -> errand(\"bread\")).get();",
                                        "        milk.get();")
                                .replace(
                                        "final class Errands {",
                                        "final class Errands {\n"
                                                + "    final java.util.concurrent.ExecutorService pool = " + POOL
                                                + ";"))
                        .complaint())
                .isBlank();
    }

    @Test
    void idleThreadsOfLocalPoolAreLeftRunning() throws Exception {
        Verdict verdict = body(
                "        var pool = " + POOL + ";",
                "        var milk = pool.submit(() -> errand(\"milk\"));",
                "        pool.submit(() -> errand(\"bread\")).get();",
                "        milk.get();");

        assertThat(verdict.problem()).contains("2 threads were still running");
    }

    @Test
    void namesTheProgrammingErrorOfATask() throws Exception {
        Verdict verdict = body(
                "        String none = null;",
                "        try (var threads = " + POOL + ") {",
                "            threads.submit(() -> errand(\"bread\"));",
                "            threads.submit(() -> errand(none.strip()));",
                "        }");

        assertThat(verdict.problem())
                .startsWith("Expected \"milk\", but it was never printed. A task failed with NullPointerException")
                .contains("(Errands.java, line 12)");
        assertThat(verdict.advice()).contains("is null");
    }

    @Test
    void remarksOnRunThatIsMeantToBeStart() throws Exception {
        Verdict verdict = body(
                "        var bread = new Thread(() -> errand(\"bread\"));",
                "        bread.run();",
                "        errand(\"milk\");");

        assertThat(verdict.remarks())
                .containsExactly("Line 10 calls run() of a thread, which runs its code on the calling thread. start()"
                        + " starts the thread.");
    }

    @Test
    void doesNotRemarkOnRunOfARunnable() throws Exception {
        assertThat(accepted(
                        "        Runnable milk = () -> errand(\"milk\");",
                        "        var bread = Thread.ofVirtual().start(() -> errand(\"bread\"));",
                        "        milk.run();",
                        "        bread.join();"))
                .isBlank();
    }

    @Test
    @Tag("slow")
    void codeThatSleepsAgainAndAgainIsNotAnEndlessLoop() throws Exception {
        Verdict verdict = body(
                "        long end = System.nanoTime() + 3_000_000_000_000L;",
                "        while (System.nanoTime() < end) {",
                "            Thread.sleep(0, 1_000);",
                "        }");

        assertThat(verdict.problem()).startsWith("Expected your code to end, but it was still polling");
        assertThat(verdict.advice()).contains("Do not poll");
    }

    @Test
    void adviceOnEndedProducerDoesNotSuggestStartingIt() throws Exception {
        Verdict verdict = body(
                "        var basket = new java.util.concurrent.ArrayBlockingQueue<String>(1);",
                "        var shop = Thread.ofVirtual().start(() -> basket.offer(\"bread\"));",
                "        errand(basket.take());",
                "        errand(basket.take());");

        assertThat(verdict.advice()).startsWith("The other thread has ended.");
    }

    @Test
    void settingsOfVirtualTimeAreNotShown() throws Exception {
        Verdict verdict = body("        new java.net.Socket(\"127.0.0.1\", 9).close();");

        assertThat(verdict.problem()).contains("takes real time").doesNotContain("allowRealIo");
    }

    private Verdict body(String... statements) throws Exception {
        Verdict verdict = check(Sample.withBody(statements));
        assertThat(verdict.passed()).isFalse();
        return verdict;
    }

    private String accepted(String... statements) throws Exception {
        return check(Sample.withBody(statements)).complaint();
    }

    private Verdict check(String code) throws Exception {
        Path file = folder.resolve("Errands.java");
        Files.writeString(file, code);
        return checker.check(file);
    }
}

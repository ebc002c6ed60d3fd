package conformance;

import interleave.testjvm.TestJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Runs the classes of the TCK in JVMs of their own. A JVM in which a test hangs is replaced for the next test. */
final class TckJvm {
    private static final Duration LIMIT_OF_A_TEST = Duration.ofSeconds(90);

    private final String classPath;
    private final String parallelism;
    private long milliseconds;

    /**
     * The result of a test.
     *
     * @param failure empty if it passed
     */
    record Result(String test, String failure) {
        boolean passed() {
            return failure.isEmpty();
        }
    }

    TckJvm(String classPath, String parallelism) {
        this.classPath = classPath;
        this.parallelism = parallelism;
    }

    /** The time of all tests run so far, without that of a JVM that a test ended, and without starting JVMs. */
    Duration time() {
        return Duration.ofMillis(milliseconds);
    }

    /** Runs all tests of the class. */
    List<Result> run(String mode, String type) throws IOException, InterruptedException {
        var results = new ArrayList<Result>();
        while (!runFrom(results.size(), mode, type, results)) {
            // a test has ended its JVM, and the next JVM starts with the test after it
        }
        return results;
    }

    /** Returns false if the JVM ended before the last test. */
    private boolean runFrom(int first, String mode, String type, List<Result> results)
            throws IOException, InterruptedException {
        Process jvm = jvm(mode, type, first).redirectErrorStream(true).start();
        var lastLine = new AtomicLong(System.nanoTime());
        Thread watchdog = Thread.ofVirtual().start(() -> endWhenSilent(jvm, lastLine));
        String running = "";
        try (var lines = new BufferedReader(new InputStreamReader(jvm.getInputStream()))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("tck: ")) {
                    lastLine.set(System.nanoTime());
                }
                if (line.startsWith(TckClass.START)) {
                    running = line.substring(TckClass.START.length());
                } else if (line.startsWith(TckClass.PASSED)) {
                    results.add(new Result(running, ""));
                } else if (line.startsWith(TckClass.FAILED)) {
                    results.add(new Result(running, line.substring(TckClass.FAILED.length())));
                } else if (line.startsWith(TckClass.END)) {
                    milliseconds += Long.parseLong(line.substring(TckClass.END.length()));
                    return true;
                }
            }
        } finally {
            watchdog.interrupt();
            jvm.waitFor();
        }
        if (running.isEmpty()) {
            throw new IOException("The JVM for " + type + " did not start a test.");
        }
        results.add(new Result(running, "did not end within " + LIMIT_OF_A_TEST.toSeconds() + " s, or ended its JVM"));
        return false;
    }

    private static void endWhenSilent(Process jvm, AtomicLong lastLine) {
        try {
            while (!jvm.waitFor(1, TimeUnit.SECONDS)) {
                if (System.nanoTime() - lastLine.get() > LIMIT_OF_A_TEST.toNanos()) {
                    jvm.destroyForcibly();
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private ProcessBuilder jvm(String mode, String type, int first) {
        var options = List.of(
                "-XX:+EnableDynamicAgentLoading",
                "-Djdk.attach.allowAttachSelf=true",
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=" + parallelism,
                "--add-exports=java.base/jdk.internal.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-classpath",
                classPath);
        return TestJvm.of(options, TckClass.class, mode, type, String.valueOf(first));
    }
}

package interleave.testjvm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM that a test starts, with the class path of the test. It uses the first compiler and the serial collector,
 * because it lives for seconds.
 */
public final class TestJvm {
    private TestJvm() {}

    /**
     * What a program printed on both of its streams, without white space around it.
     *
     * @param exitCode of the JVM
     */
    public record Result(int exitCode, String output) {}

    /**
     * The command that runs a main class.
     *
     * @param options of the JVM, which override its usual ones and the class path
     */
    public static ProcessBuilder of(List<String> options, Class<?> main, String... arguments) {
        return of(options, main.getName(), arguments);
    }

    /** The same with the name of a class that the test does not depend on, or with a source file. */
    public static ProcessBuilder of(List<String> options, String program, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-classpath",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(program);
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** Runs a main class to its end, and kills it if it has not ended a minute after it closed its output. */
    public static Result run(List<String> options, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        Process process = of(options, main, arguments).redirectErrorStream(true).start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (!process.waitFor(1, MINUTES)) {
                throw new IOException(main.getName() + " closed its output and did not end. It printed: " + output);
            }
            return new Result(process.exitValue(), output.strip());
        } finally {
            process.destroyForcibly();
        }
    }
}

package dataloading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a main class in a new JVM. */
final class Jvm {

    /** Its exit code and its output. */
    record Result(int exitCode, String output) {}

    private Jvm() {}

    /** Runs a main class, with options before it and arguments after it. */
    static Result run(List<String> options, Class<?> main, String... arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            process.waitFor(1, TimeUnit.MINUTES);
            return new Result(process.exitValue(), output.strip());
        } finally {
            process.destroyForcibly();
        }
    }
}

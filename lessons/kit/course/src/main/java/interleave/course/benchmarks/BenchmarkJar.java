package interleave.course.benchmarks;

import interleave.course.lessons.Bundle;
import interleave.course.terminal.ShutdownHook;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The jar with JMH and all benchmarks. A benchmark class is called after its topic: {@code GreetBenchmark}. */
public record BenchmarkJar(Path file) {
    /** JMH's own list of the benchmarks in a jar. */
    private static final String LIST = "META-INF/BenchmarkList";

    private static final Pattern BENCHMARK_CLASS = Pattern.compile("\\bbenchmarks\\.(?:\\w+\\.)*(\\w+)Benchmark\\b");

    /** The jar of the course in this folder, whether it is built or not. */
    public static BenchmarkJar of(Path home) {
        return new BenchmarkJar(Bundle.jar(home).orElse(home.resolve("benchmarks/target/benchmarks.jar")));
    }

    public boolean isBuilt() {
        return Files.exists(file);
    }

    /** The topics of the benchmarks, such as {@code event-loop}; most are lessons. Empty when the jar is not built. */
    public Set<String> topics() throws IOException {
        if (!isBuilt()) {
            return Set.of();
        }
        try (var jar = new URLClassLoader(new URL[] {file.toUri().toURL()}, null);
                var list = jar.getResourceAsStream(LIST)) {
            return list == null ? Set.of() : topics(new String(list.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Set<String> topics(String list) {
        return BENCHMARK_CLASS
                .matcher(list)
                .results()
                .map(name ->
                        name.group(1).replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /**
     * A command that runs a class of the jar. JMH and Netty use memory in a way of which the JVM would warn. JMH starts
     * its JVMs with the same options; in the locale of this machine they might print other digits, which JMH's files do
     * not allow.
     */
    List<String> command(String mainClass, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--sun-misc-unsafe-memory-access=allow",
                "-Duser.language=en",
                "-Duser.country=",
                "-Duser.extensions=",
                "-cp",
                file.toString(),
                mainClass));
        command.addAll(arguments);
        return command;
    }

    /** Runs JMH itself, on the benchmarks of these topics, and returns its exit code. */
    @SuppressWarnings("try") // the hook is only held
    public int runJmh(List<String> options, List<String> topics) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(options);
        if (!topics.isEmpty()) {
            arguments.add(pattern(topics));
        }
        Process process = new ProcessBuilder(command("org.openjdk.jmh.Main", arguments))
                .inheritIO()
                .start();
        try (var hook = ShutdownHook.ending(process)) {
            return process.waitFor();
        }
    }

    /** JMH's regular expression for the benchmarks of these topics; without topics, for all. */
    static String pattern(List<String> topics) {
        return topics.isEmpty()
                ? "."
                : topics.stream()
                        .map(BenchmarkJar::className)
                        .collect(Collectors.joining("|", "\\.(", ")Benchmark\\."));
    }

    private static String className(String topic) {
        return Arrays.stream(topic.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}

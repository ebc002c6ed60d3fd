package interleave.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lesson bench}: measures the versions of lessons with JMH, in a process of its own. */
@Command(name = "bench", mixinStandardHelpOptions = true, sortOptions = false, description = "Measures what each version of a lesson costs, with JMH.", customSynopsis = {
        "./lesson bench [LESSON...] [-- JMH-OPTION...]"}, footer = {"",
                "Examples: ./lesson bench greet              the first lesson's versions",
                "          ./lesson bench -- -l              what can be measured",
                "          ./lesson bench greet -- -f 1 -i 3 quicker, and less sure"})
final class Bench implements Callable<Integer> {
    @Parameters(paramLabel = "LESSON", completionCandidates = Main.LessonNames.class, description = "Lessons to measure; default: all that have a benchmark.")
    private List<String> words = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = Main.home();
        Path jar = home.resolve("benchmarks/target/benchmarks.jar");
        if (!Files.exists(jar)) {
            throw new CourseException("The benchmarks are not built: there is no " + jar + ".",
                    "Build them: mvn -pl benchmarks -am -Dmaven.test.skip=true package");
        }
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.add("--sun-misc-unsafe-memory-access=allow"); // JMH and Netty use it; the JVM would warn
        command.addAll(List.of("-jar", jar.toString()));
        int jmhOptions = jmhOptions();
        command.addAll(words.subList(words.size() - jmhOptions, words.size()));
        List<String> lessons = words.subList(0, words.size() - jmhOptions);
        if (!lessons.isEmpty()) {
            command.add(pattern(Course.at(home), lessons));
        }
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** How many words stand behind {@code --}. */
    private int jmhOptions() {
        List<String> typed = spec.commandLine().getParseResult().originalArgs();
        return typed.contains("--") ? typed.size() - typed.indexOf("--") - 1 : 0;
    }

    /** The benchmarks of a lesson are in a class named after it: {@code event-loop} in EventLoopBenchmark. */
    private static String pattern(Course course, List<String> lessons) {
        return lessons.stream().map(name -> course.find(name).name()).map(name -> Arrays.stream(name.split("-")).map(
                word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining()))
                .collect(
                        Collectors.joining("|", "\\.(", ")Benchmark\\."));
    }
}

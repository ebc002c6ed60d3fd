package interleave.course;

import interleave.course.benchmarks.BenchmarkJar;
import interleave.course.benchmarks.BenchmarkRun;
import interleave.course.edits.EditedModules;
import interleave.course.lessons.Course;
import interleave.course.lessons.CourseException;
import interleave.course.lessons.Lesson;
import interleave.course.lessons.LessonNames;
import interleave.course.terminal.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lesson bench}: measures the versions of lessons with JMH, in a separate process, and reports the results. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Measures what each version of a lesson costs, with JMH; ends with a table, a verdict and a page of"
                        + " charts.",
        customSynopsis = {"./lesson bench [LESSON...] [--quick|--full] [--list] [--name NAME] [-- JMH-OPTION...]"},
        footer = {
            "",
            "Ctrl-C keeps what is finished. What the numbers mean: benchmarks/README.md",
            "Examples: ./lesson bench --quick           all, in three minutes",
            "          ./lesson bench greet             the first lesson's versions",
            "          ./lesson bench --list --quick    lists the benchmarks and their duration",
            "          ./lesson bench --quick --name ann    for ./lesson compare",
            "          ./lesson bench greet -- -p guests=50 -f 1"
        })
final class BenchCommand implements Callable<Integer> {
    /** Options that JMH answers without measuring. */
    private static final Set<String> QUESTIONS = Set.of("-h", "-l", "-lp", "-lprof", "-lrf");

    @Parameters(
            paramLabel = "LESSON",
            completionCandidates = LessonNames.class,
            description = "Lessons to measure, or sleepers, memory, compute; default: all there is.")
    private List<String> words = List.of();

    @ArgGroup
    private Speed speed = new Speed();

    /** One of them, or neither. */
    private static final class Speed {
        @Option(names = "--quick", description = "Takes at most three minutes, and lists what it skips.")
        private boolean quick;

        @Option(names = "--full", description = "Five JVMs for each row, twice as many iterations: an hour or more.")
        private boolean full;

        String named() {
            return quick ? "quick" : full ? "full" : "default";
        }
    }

    @Option(names = "--list", description = "Lists the benchmarks and how long they take, without running them.")
    private boolean list;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Your name or your machine's, for the files and for compare.")
    private String name = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        int jmhOptions = jmhOptions();
        List<String> forJmh = words.subList(words.size() - jmhOptions, words.size());
        List<String> names = words.subList(0, words.size() - jmhOptions);
        var course = Course.load();
        var jar = BenchmarkJar.of(course.home());
        Set<String> known = jar.topics();
        List<String> topics = names.stream()
                .map(name -> known.contains(name) ? name : course.find(name).name())
                .toList();
        if (!jar.isBuilt()) {
            throw new CourseException(
                    "The benchmarks are not built: there is no " + jar.file() + ".",
                    "Build them: mvn -pl benchmarks -am -Dmaven.test.skip=true package");
        }
        new EditedModules(course.home()).requireCompiledBenchmarks(measured(course, topics));
        if (forJmh.stream().anyMatch(QUESTIONS::contains)) {
            return jar.runJmh(forJmh, topics);
        }
        var run = new BenchmarkRun(jar, speed.named(), name, topics, forJmh, Screen.plain());
        return list ? run.list() : run.measure(course.home(), Release.number());
    }

    /** The folders of the measured lessons. Empty means all, because a topic that is no lesson can use several. */
    private static List<Path> measured(Course course, List<String> topics) {
        List<Path> lessons = course.lessons().stream()
                .filter(lesson -> topics.contains(lesson.name()))
                .map(Lesson::folder)
                .toList();
        return lessons.size() == topics.size() ? lessons : List.of();
    }

    /** The number of words after {@code --}. */
    private int jmhOptions() {
        List<String> typed = spec.commandLine().getParseResult().originalArgs();
        return typed.contains("--") ? typed.size() - typed.indexOf("--") - 1 : 0;
    }
}

package interleave.course;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code lesson}: alone it lists the lessons, with a lesson's name it runs and draws that lesson. */
@Command(name = "lesson", sortOptions = false, mixinStandardHelpOptions = true, versionProvider = Main.Release.class, synopsisHeading = "", header = "Lists the lessons; or runs one, version by version, and draws what happened.", customSynopsis = {
        "Usage: ./lesson [GREET|1|01-greet] [OPTIONS] [-- ARGUMENT...]", "       ./lesson COMMAND"}, subcommands = {
                Bench.class, Doctor.class,
                GenerateCompletion.class}, exitCodeOnInvalidInput = Main.WRONG_USAGE, exitCodeOnExecutionException = Main.WRONG_USAGE, footer = {
                        "", "./lesson mvn ... runs Maven under the course's JDK.",
                        "Exit codes: 0 done, 1 something failed, 2 wrong usage or set-up."})
final class Main implements Callable<Integer> {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    /** The folder of the course; the launcher sets it. */
    private static final String HOME = "interleave.home";
    /** The columns of the terminal; the launcher sets it when there is a terminal. */
    private static final String WIDTH = "interleave.width";

    @Parameters(arity = "0..1", paramLabel = "LESSON", completionCandidates = LessonNames.class, description = "A lesson's name or number.")
    private @Nullable String lesson;

    @Parameters(index = "1..*", paramLabel = "ARGUMENT", description = "Goes to the main of each version.")
    private List<String> arguments = List.of();

    @Option(names = "--only", split = ",", paramLabel = "VERSION", description = "Run these versions, such as: "
            + "event-loop,sequential")
    private List<String> only = List.of();

    @Option(names = "--instant", description = "In virtual time: the same waits, exactly, but at once.")
    private boolean instant;

    @Option(names = "--no-color", description = "No colours; so do the environment variable NO_COLOR and a pipe.")
    private boolean plain;

    @Option(names = "--width", paramLabel = "N", description = "Columns to draw in; default: the terminal's, or 80.")
    private int width = Integer.getInteger(WIDTH, Screen.DEFAULT_WIDTH);

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler((thrown, command, parsed) -> {
            if (thrown instanceof CourseException mistake) {
                command.getErr().println(mistake.getMessage());
                return WRONG_USAGE;
            }
            throw thrown;
        });
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var course = Course.at(home());
        if (lesson == null) {
            new Contents(course, screen()).print();
            return DONE;
        }
        Lesson found = course.find(lesson);
        return new LessonRun(found, screen()).run(found.choose(only), arguments,
                instant ? VirtualTimeWatch::new : RealTimeWatch::new);
    }

    static Path home() {
        return Path.of(System.getProperty(HOME, "")).toAbsolutePath();
    }

    private Screen screen() {
        if (width < Screen.MINIMUM_WIDTH) {
            throw new CourseException("--width " + width + " is too narrow.", "At least " + Screen.MINIMUM_WIDTH
                    + " columns are needed.");
        }
        boolean terminal = System.getProperty(WIDTH) != null || isInteractive();
        boolean colour = terminal && !plain && System.getenv("NO_COLOR") == null
                && !"dumb".equals(System.getenv("TERM"));
        return new Screen(System.out, width, colour);
    }

    /** Where no launcher has told: on Windows. */
    private static boolean isInteractive() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** For shell completion. */
    static final class LessonNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Course.at(home()).lessons().stream().map(Lesson::name).iterator();
        }
    }

    static final class Release implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[]{"Interleave " + (version == null ? "(unpackaged)" : version) + ", Java " + Runtime
                    .version() + ", " + Charset.defaultCharset()};
        }
    }
}

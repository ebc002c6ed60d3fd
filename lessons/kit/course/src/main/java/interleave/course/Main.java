package interleave.course;

import interleave.course.lessons.Course;
import interleave.course.lessons.CourseException;
import interleave.course.lessons.Lesson;
import interleave.course.lessons.Spelling;
import interleave.course.lessons.Version;
import interleave.course.running.LessonRun;
import interleave.course.running.RealTimeRunner;
import interleave.course.running.RunFailure;
import interleave.course.running.RunFiles;
import interleave.course.running.RunOptions;
import interleave.course.running.VirtualTimeRunner;
import interleave.course.terminal.ExitCode;
import interleave.course.terminal.Screen;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code lesson}: alone it lists the lessons, with a lesson's name it runs and draws that lesson. */
@Command(
        name = "lesson",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Release.class,
        synopsisHeading = "",
        header = "Lists the lessons; or runs one, version by version, and draws what happened.",
        customSynopsis = {"Usage: ./lesson [GREET|1|01-greet] [OPTIONS] [-- ARGUMENT...]", "       ./lesson COMMAND"},
        subcommands = {
            PracticeCommand.class,
            CheckCommand.class,
            HintCommand.class,
            SolutionCommand.class,
            ResetCommand.class,
            QuizCommand.class,
            ProgressCommand.class,
            BenchCommand.class,
            CompareCommand.class,
            NotebooksCommand.class,
            DoctorCommand.class,
            GenerateCompletion.class
        },
        exitCodeOnInvalidInput = ExitCode.WRONG_USAGE,
        exitCodeOnExecutionException = ExitCode.WRONG_USAGE,
        footer = {
            "",
            "./lesson mvn ... runs Maven under the course's JDK.",
            "Exit codes: 0 done, 1 something failed, 2 wrong usage or set-up."
        })
final class Main implements Callable<Integer> {
    private static final String LOOP_DEBUG = "eventloop.debug";

    @Parameters(
            arity = "0..1",
            paramLabel = "LESSON",
            completionCandidates = LessonNames.class,
            description = "A lesson's name or number.")
    private @Nullable String lesson;

    @Parameters(index = "1..*", paramLabel = "ARGUMENT", description = "Goes to the main of each version.")
    private List<String> arguments = List.of();

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "VERSION",
            description = "Run these versions, such as: " + "event-loop,sequential")
    private List<String> only = List.of();

    @Option(names = "--instant", description = "In virtual time: the same waits, exactly, but at once.")
    private boolean instant;

    @Option(names = "--client", description = "Talks to the lesson's server, which runs in another terminal.")
    private boolean client;

    @Option(
            names = "--html",
            arity = "0..1",
            paramLabel = "FILE.html",
            fallbackValue = "",
            description =
                    "Writes the timelines as a page; beside it a trace for Perfetto and, without --instant, the .jfr.")
    private @Nullable String page;

    @Option(
            names = "--svg",
            arity = "0..1",
            paramLabel = "FILE.svg",
            fallbackValue = "",
            description = "Writes them as one picture.")
    private @Nullable String picture;

    @Option(names = "--open", description = "Opens the page in the browser.")
    private boolean open;

    @Option(names = "--no-color", description = "No colours; so do the environment variable NO_COLOR and a pipe.")
    private boolean plain;

    @Option(names = "--width", paramLabel = "N", description = "Columns to draw in; default: the terminal's, or 80.")
    private int width = Screen.columns();

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        var commandLine = new CommandLine(new Main());
        commandLine.setExecutionStrategy(Main::execute);
        commandLine.setParameterExceptionHandler(Main::explain);
        return commandLine.setExecutionExceptionHandler((thrown, command, parsed) -> {
            if (thrown instanceof CourseException mistake) {
                command.getErr().println(mistake.getMessage());
                return ExitCode.WRONG_USAGE;
            }
            throw thrown;
        });
    }

    /** A command comes first: of {@code greet bench}, picocli would forget the lesson. */
    private static int execute(ParseResult parsed) {
        if (parsed.hasSubcommand() && !parsed.matchedPositionals().isEmpty()) {
            String lesson = parsed.matchedPositionals()
                    .getFirst()
                    .originalStringValues()
                    .getFirst();
            String command = parsed.subcommand().commandSpec().name();
            parsed.commandSpec()
                    .commandLine()
                    .getErr()
                    .println("Did you mean './lesson " + command + " " + lesson
                            + "'? Commands come first, then lessons.");
            return ExitCode.WRONG_USAGE;
        }
        return new RunLast().execute(parsed);
    }

    /** What is wrong with what was typed, in two lines; the whole help would scroll it away. */
    private static int explain(ParameterException mistake, String[] typed) {
        PrintWriter err = mistake.getCommandLine().getErr();
        err.println(mistake.getMessage());
        if (mistake instanceof UnmatchedArgumentException unknown
                && !unknown.getUnmatched().isEmpty()
                && unknown.isUnknownOption()) {
            Spelling.nearest(
                            unknown.getUnmatched().getFirst(),
                            mistake.getCommandLine()
                                    .getCommandSpec()
                                    .optionsMap()
                                    .keySet())
                    .ifPresentOrElse(
                            option -> err.println("Did you mean '" + option + "'?"),
                            () -> forTheLesson(mistake.getCommandLine(), typed).ifPresent(err::println));
        }
        boolean bench = mistake.getCommandLine().getCommandName().equals("bench");
        err.println(
                bench
                        ? "Options of JMH go behind --, such as: ./lesson bench greet -- -f 1"
                        : "Type './lesson --help' for what there is.");
        return ExitCode.WRONG_USAGE;
    }

    /** An option that the course does not know may be one of the lesson's own. */
    private static Optional<String> forTheLesson(CommandLine command, String... typed) {
        return command.getParent() != null || typed.length == 0 || typed[0].startsWith("-")
                ? Optional.empty()
                : Optional.of("What is for the lesson itself goes behind --, such as: ./lesson " + typed[0] + " -- "
                        + String.join(" ", Arrays.asList(typed).subList(1, typed.length)));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var course = Course.load();
        if (lesson == null) {
            if (instant || open || page != null || picture != null || !only.isEmpty()) {
                throw new CourseException("Which lesson?", "Name it first, such as: ./lesson greet --instant");
            }
            new LessonList(course, screen()).print();
            return ExitCode.DONE;
        }
        Lesson found = course.find(
                lesson, "./lesson ", List.copyOf(commandLine().getSubcommands().keySet()));
        return client ? talk(found) : run(found);
    }

    private int run(Lesson found) throws IOException, InterruptedException {
        System.getProperties().putIfAbsent(LOOP_DEBUG, "true"); // in a lesson the loop reports what goes wrong
        var options = new RunOptions(found.name(), instant, only, arguments);
        Path usual = Course.homeFolder().resolve("target/timelines/" + options.fileName());
        var files = RunFiles.asked(page, picture, open, usual, options);
        List<Version> chosen = found.choose(only);
        if (instant) {
            refuseToRunNothing(chosen);
        }
        return new LessonRun(found, screen(), files)
                .run(chosen, instant ? VirtualTimeRunner::new : RealTimeRunner::new);
    }

    private static void refuseToRunNothing(List<Version> chosen) {
        if (chosen.stream().allMatch(version -> version.realTime().isPresent())) {
            throw new CourseException(
                    "Nothing there can run in virtual time: "
                            + chosen.getFirst().realTime().orElseThrow() + ".",
                    "Leave --instant out, and it takes the time it takes.");
        }
    }

    /** Runs the client without a recorder: a student sees a program that talks. */
    private int talk(Lesson found) throws IOException {
        try {
            found.client().run(arguments);
            return ExitCode.DONE;
        } catch (CourseException mistake) {
            throw mistake;
        } catch (Throwable thrown) {
            String server = new RunOptions(found.name(), false, List.of(), arguments).command();
            throw new RunFailure(thrown, found)
                    .refusal(
                            "Try again: ./lesson " + found.name() + " --client -- ...",
                            "Is the server running? Start it in another terminal: " + server)
                    .<RuntimeException>map(refusal -> refusal)
                    .orElseGet(() -> new IllegalStateException(thrown));
        }
    }

    private Screen screen() {
        if (width < Screen.MINIMUM_WIDTH) {
            throw new CourseException(
                    width + " columns are too narrow.",
                    "At least " + Screen.MINIMUM_WIDTH + " are needed: widen the terminal, or type --width "
                            + Screen.MINIMUM_WIDTH + ".");
        }
        return new Screen(System.out, width, Screen.canShowColours() && !plain);
    }
}

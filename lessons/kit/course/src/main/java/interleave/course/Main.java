package interleave.course;

import interleave.course.edits.EditedModules;
import interleave.course.lessons.Course;
import interleave.course.lessons.CourseException;
import interleave.course.lessons.Lesson;
import interleave.course.lessons.LessonNames;
import interleave.course.lessons.Spelling;
import interleave.course.lessons.Version;
import interleave.course.machine.FileRefusal;
import interleave.course.path.LearningPath;
import interleave.course.path.LessonList;
import interleave.course.path.NextPage;
import interleave.course.path.Step;
import interleave.course.practice.PracticeFolder;
import interleave.course.running.LessonRun;
import interleave.course.running.Predictions;
import interleave.course.running.RealTimeRunner;
import interleave.course.running.RunFailure;
import interleave.course.running.RunFiles;
import interleave.course.running.RunOptions;
import interleave.course.running.VirtualTimeRunner;
import interleave.course.teaching.ClassCommand;
import interleave.course.teaching.ExamCommand;
import interleave.course.teaching.GalleryCommand;
import interleave.course.teaching.PageCommand;
import interleave.course.terminal.ExitCode;
import interleave.course.terminal.Screen;
import interleave.course.terminal.TypedCommand;
import interleave.course.terminal.WordWrap;
import interleave.practice.exercises.Progress;
import interleave.recorder.page.TimelinePage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code lesson}: without a name it lists the lessons, with one it runs and draws that lesson. */
@Command(
        name = "lesson",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Release.class,
        synopsisHeading = "",
        header = "Lists the lessons, or runs one, version by version, and draws its timeline.",
        customSynopsis = {"Usage: ./lesson [GREET|1|01-greet] [OPTIONS] [-- ARGUMENT...]", "       ./lesson COMMAND"},
        subcommands = {
            ListCommand.class,
            NextCommand.class,
            PracticeCommand.class,
            PlayCommand.class,
            CheckCommand.class,
            HintCommand.class,
            SolutionCommand.class,
            ResetCommand.class,
            QuizCommand.class,
            ExamCommand.class,
            GalleryCommand.class,
            ClassCommand.class,
            PageCommand.class,
            ProgressCommand.class,
            BenchCommand.class,
            CompareCommand.class,
            NotebooksCommand.class,
            TreeCommand.class,
            DoctorCommand.class,
            HelpCommand.class,
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
    /** Picocli's limit. */
    private static final int NARROWEST_HELP = 55;

    @Parameters(
            arity = "0..1",
            paramLabel = "LESSON",
            completionCandidates = LessonNames.class,
            description = "A lesson's name or number.")
    private @Nullable String lesson;

    @Parameters(index = "1..*", paramLabel = "ARGUMENT", description = "Passed to the main method of each version.")
    private List<String> arguments = List.of();

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "VERSION",
            description = "Run these versions, such as event-loop,sequential; or all.")
    private List<String> only = List.of();

    @Option(names = "--instant", description = "Runs in virtual time: exact times, without waiting.")
    private boolean instant;

    @Option(names = "--client", description = "Connects to the lesson's server, which runs in another terminal.")
    private boolean client;

    @Option(
            names = "--html",
            arity = "0..1",
            paramLabel = "FILE.html",
            fallbackValue = "",
            description =
                    "Writes the timelines as a page, with a trace for Perfetto and (without --instant) the .jfr next"
                            + " to it.")
    private @Nullable String page;

    @Option(
            names = "--svg",
            arity = "0..1",
            paramLabel = "FILE.svg",
            fallbackValue = "",
            description = "Writes the timelines as a picture.")
    private @Nullable String picture;

    @Option(names = "--no-predict", description = "Never asks how long you expect each version to take.")
    private boolean neverAsks;

    @Option(names = "--open", description = "Opens the page in the browser.")
    private boolean open;

    @Option(
            names = "--reveal",
            description = "Opens the page with its answers. By default, it asks for a prediction" + " first.")
    private boolean revealed;

    @Option(
            names = "--no-color",
            description = "Prints without colours, as with the environment variable NO_COLOR or into a pipe.")
    private boolean plain;

    @Option(
            names = "--width",
            paramLabel = "N",
            description = "Width of the drawing in columns (default: that of the terminal, or 80).")
    private int width = Screen.columns();

    @Spec
    private @Nullable CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** From now on everything is printed with English digits and words, which pages and checks compare. */
    static CommandLine commandLine() {
        Locale.setDefault(Locale.ENGLISH);
        var commandLine = new CommandLine(new Main());
        commandLine.setExecutionStrategy(Main::execute);
        commandLine.setUsageHelpWidth(Math.max(NARROWEST_HELP, Screen.columns()));
        commandLine.setOut(writer(System.out)).setErr(writer(System.err));
        commandLine.setParameterExceptionHandler(Main::explain);
        return commandLine.setExecutionExceptionHandler((thrown, command, parsed) -> {
            if (thrown instanceof CourseException mistake) {
                command.getErr().println(mistake.getMessage());
                return ExitCode.WRONG_USAGE;
            }
            FileRefusal refusal = FileRefusal.of(thrown, Course.homeFolder()).orElseThrow(() -> thrown);
            command.getErr().println(refusal.problem());
            command.getErr().println(refusal.advice());
            return ExitCode.WRONG_USAGE;
        });
    }

    /** Picocli breaks most lines of the help for a terminal, but not all. */
    private static PrintWriter writer(PrintStream out) {
        return TypedCommand.writer(Screen.isTerminal() ? WordWrap.of(out, Screen.columns()) : out, out.charset());
    }

    /** Refuses {@code greet bench}, of which picocli would run {@code bench} for all lessons. */
    private static int execute(ParseResult parsed) {
        compileEdits(parsed.commandSpec().commandLine());
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

    /** Before any class of a lesson is loaded. */
    private static void compileEdits(CommandLine command) {
        try {
            new EditedModules(Course.homeFolder()).compile();
        } catch (IOException refused) {
            throw new ExecutionException(command, "cannot compile", refused);
        }
    }

    /** Explains a usage error in two lines; the whole help text would scroll it off the screen. */
    private static int explain(ParameterException mistake, String[] typed) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        Optional<String> option = unknownOption(mistake);
        Optional<String> similar = option.flatMap(unknown ->
                Spelling.nearest(unknown, command.getCommandSpec().optionsMap().keySet()));
        if (option.isPresent() && similar.isEmpty() && command.getParent() == null && !typed[0].startsWith("-")) {
            return command.setUnmatchedOptionsArePositionalParams(true).execute(typed); // an option of the lesson
        }
        err.println(mistake.getMessage());
        similar.ifPresent(known -> err.println("Did you mean '" + known + "'?"));
        boolean bench = command.getCommandName().equals("bench");
        err.println(
                bench
                        ? "Options of JMH go after --, such as: ./lesson bench greet -- -f 1"
                        : "'./lesson --help' lists all commands and options.");
        return ExitCode.WRONG_USAGE;
    }

    private static Optional<String> unknownOption(ParameterException mistake) {
        return mistake instanceof UnmatchedArgumentException unknown && unknown.isUnknownOption()
                ? unknown.getUnmatched().stream().findFirst()
                : Optional.empty();
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var course = Course.load();
        if (lesson == null) {
            if (instant || open || page != null || picture != null || !only.isEmpty()) {
                throw new CourseException(
                        "The name of a lesson is missing.", "Type it first, such as: ./lesson greet --instant");
            }
            new LessonList(course, PracticeFolder.workspace().progress(), screen()).print();
            return ExitCode.DONE;
        }
        Lesson found = course.find(
                lesson, "./lesson ", List.copyOf(commandLine().getSubcommands().keySet()));
        refuseOptionAmongArguments(found);
        new EditedModules(course.home()).requireCompiled(found.folder());
        return client ? talk(found) : run(found, course);
    }

    /** No lesson has an argument that is called like an option of this command. */
    private void refuseOptionAmongArguments(Lesson found) {
        arguments.stream()
                .filter(word -> Objects.requireNonNull(spec).optionsMap().containsKey(word))
                .findFirst()
                .ifPresent(option -> {
                    throw new CourseException(
                            "'" + option + "' is an option of ./lesson, and no argument of the lesson.",
                            "Type it before --, such as: ./lesson " + found.name() + " " + option + " ...");
                });
    }

    private int run(Lesson found, Course course) throws IOException, InterruptedException {
        System.getProperties().putIfAbsent(LOOP_DEBUG, "true"); // lessons run with the loop's debug reports
        var options = new RunOptions(found.name(), instant, only, arguments);
        Path usual = Course.homeFolder().resolve("target/timelines/" + options.fileName());
        var files = RunFiles.asked(
                page,
                picture,
                open,
                revealed ? TimelinePage.Answers.REVEALED : TimelinePage.Answers.HIDDEN,
                usual,
                options);
        List<Version> chosen = found.choose(only);
        if (instant) {
            refuseToRunNothing(chosen);
        }
        Progress progress = PracticeFolder.workspace().progress();
        int exitCode = new LessonRun(found, screen(), files, predictions(found, progress))
                .run(chosen, instant ? VirtualTimeRunner::new : RealTimeRunner::new);
        boolean ended =
                exitCode == ExitCode.DONE || (found.service().isPresent() && exitCode == ExitCode.ENDED_BY_CTRL_C);
        if (ended && chosen.containsAll(found.choose(List.of()))) {
            if (Screen.isTerminal()) { // a build is not a student
                progress.ran(found.name());
                PracticeFolder.noteObstacle(progress.obstacle(), screen());
            }
            new NextPage(screen()).show(LearningPath.of(course, progress).after(new Step.Run(found)));
        }
        return exitCode;
    }

    /** Only the first run of a lesson asks, because afterwards the times are known. */
    private Predictions.Source predictions(Lesson found, Progress progress) {
        boolean asks = Screen.canAsk()
                && !neverAsks
                && found.service().isEmpty()
                && only.isEmpty()
                && arguments.isEmpty()
                && !progress.hasRun(found.name());
        return asks ? versions -> Predictions.ask(versions, keyboard(), screen()) : Predictions::none;
    }

    private static BufferedReader keyboard() {
        return new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    }

    private static void refuseToRunNothing(List<Version> chosen) {
        if (chosen.stream().allMatch(version -> version.realTime().isPresent())) {
            throw new CourseException(
                    "No version of this lesson can run in virtual time: "
                            + chosen.getFirst().realTime().orElseThrow() + ".",
                    "Run it without --instant, in real time.");
        }
    }

    /** Runs the client as a plain program, without a recorder. It does not know the width of the terminal. */
    private int talk(Lesson found) throws IOException {
        if (Screen.isTerminal()) {
            System.setOut(WordWrap.of(System.out, Screen.columns()));
        }
        try {
            found.client().run(arguments);
            return ExitCode.DONE;
        } catch (CourseException mistake) {
            throw mistake;
        } catch (Throwable thrown) {
            String server = new RunOptions(found.name(), false, List.of(), port()).command();
            throw new RunFailure(thrown, found)
                    .refusal(
                            "Try again: ./lesson " + found.name() + " --client -- ...",
                            "Is the server running? Start it in another terminal: " + server)
                    .<RuntimeException>map(refusal -> refusal)
                    .orElseGet(() -> new IllegalStateException(thrown));
        }
    }

    /** The part of a client's arguments that its server needs too. */
    private List<String> port() {
        int at = arguments.indexOf("--port");
        return at < 0 ? List.of() : arguments.subList(at, Math.min(at + 2, arguments.size()));
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

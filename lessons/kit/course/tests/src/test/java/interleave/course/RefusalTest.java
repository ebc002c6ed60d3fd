package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.course.terminal.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A lesson that refuses to run is shown by its message; an exception that the JDK throws is shown by its place. */
class RefusalTest {
    @TempDir
    private Path home;

    @BeforeEach
    void writeLesson() throws IOException {
        Path folder = Files.createDirectories(home.resolve("lessons/01-refusing"));
        Files.writeString(folder.resolve("lesson.yaml"), """
            title: Refusing
            question: What is shown?
            minutes: 1
            source: a test
            versions:
              - RefusedArguments: refuses its arguments
              - PortInUse: cannot listen
              - NegativeSleep: makes a mistake
              - PoolWithoutThreads: makes a mistake
              - MissingFile: makes a mistake
              - Sockets: waits for a client
              - FailingThread: makes a mistake
            serves: PortInUse
            client: PortInUse
            notice:
              - nothing
            try:
              - refusing: again
            """);
    }

    @Test
    void refusalNamesTheNextCommand() {
        CommandRun run = run("--instant", "--only", "refused-arguments", "--", "ten");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err()).isEqualToNormalizingNewlines("""
            'ten' is no number.
            Expected a number from 1 to 9.
            Try again: ./lesson refusing -- ... (or without arguments: ./lesson refusing)
            """);
        assertThat(run.printed()).doesNotContain("failed", "at refusing", "max concurrent");
    }

    @Test
    void refusedArgumentsAreShownInRealTimeToo() {
        CommandRun run = run("--only", "refused-arguments", "--", "ten");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err()).startsWith("'ten' is no number.");
        assertThat(run.printed()).doesNotContain("failed", "at refusing", "max concurrent");
    }

    @Test
    void missingSetUpIsShownWithTheCommandThatTriesAgain() {
        CommandRun run = run("--instant", "--only", "port-in-use", "--", "--port", "8888");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err()).isEqualToNormalizingNewlines("""
            Port 8888 is in use.
            Then start again: ./lesson refusing --instant --only port-in-use -- --port 8888
            """);
        assertThat(run.printed()).doesNotContain("failed", "at refusing");
    }

    @Test
    void operationThatNeedsRealTimeIsShownWithoutStackTrace() {
        var errors = new ByteArrayOutputStream();

        CommandRun run = withErrorsIn(errors, () -> run("--instant", "--only", "sockets", "--", "8888"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.printed())
                .contains("virtual time cannot control this: accepting on a java.net.ServerSocket.")
                .contains("in real time: ./lesson refusing --only sockets -- 8888")
                .doesNotContain("running   ");
        assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void uncaughtExceptionOfThreadIsPrintedAsInRealTime() {
        var errors = new ByteArrayOutputStream();

        withErrorsIn(errors, () -> run("--instant", "--only", "failing-thread"));

        assertThat(errors.toString(StandardCharsets.UTF_8))
                .startsWith("Exception in thread \"guest\" java.lang.IllegalStateException: no chair")
                .contains("at refusing.FailingThread.lambda$main$0(Versions.java:");
    }

    private static CommandRun withErrorsIn(ByteArrayOutputStream errors, Supplier<CommandRun> command) {
        PrintStream real = System.err;
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try {
            return command.get();
        } finally {
            System.setErr(real);
        }
    }

    @Test
    void clientThatCannotConnectIsShownWithTheCommandOfTheServer() {
        CommandRun run = run("--client", "--", "--port", "8888", "--node", "2");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err())
                .startsWith("Port 8888 is in use.")
                .contains("Start it in another terminal: ./lesson refusing -- --port 8888\n");
    }

    @ParameterizedTest
    @CsvSource({
        "negative-sleep, IllegalArgumentException, NegativeSleep",
        "pool-without-threads, IllegalArgumentException, PoolWithoutThreads",
        "missing-file, NoSuchFileException, MissingFile"
    })
    void exceptionOfTheJdkIsShownAsFailureWithItsPlace(String version, String exception, String place) {
        CommandRun run = run("--instant", "--only", version, "--", "ten");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).isEmpty();
        assertThat(run.printed())
                .containsPattern("failed: java[.\\w]*" + exception)
                .contains("at refusing." + place + " (Versions.java:");
    }

    private CommandRun run(String... words) {
        var all = new String[words.length + 1];
        all[0] = "refusing";
        System.arraycopy(words, 0, all, 1, words.length);
        return CommandRun.in(home, "", all);
    }
}

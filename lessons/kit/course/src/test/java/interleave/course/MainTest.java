package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MainTest {
    private final StringWriter err = new StringWriter();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream realOut = System.out;

    @BeforeEach
    void captureOutput() {
        System.setProperty(
                "interleave.home",
                Path.of("../../..").toAbsolutePath().normalize().toString());
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restoreOutput() {
        System.setOut(realOut);
        System.clearProperty("interleave.home");
    }

    @Test
    void aloneItListsTheLessonsAndSaysWhatToTypeNext() {
        assertThat(lesson()).isEqualTo(Main.DONE);

        assertThat(printed())
                .containsPattern("01  greet +15 min  Greet three guests")
                .contains("Begin: ./lesson greet");
    }

    @Test
    void aMisspeltLessonIsWrongUsage() {
        assertThat(lesson("gret")).isEqualTo(Main.WRONG_USAGE);

        assertThat(err.toString().lines())
                .hasSizeLessThanOrEqualTo(3)
                .anyMatch(line -> line.contains("./lesson greet"));
        assertThat(printed()).isEmpty();
    }

    @Test
    void anUnknownVersionIsRefusedBeforeAnythingRuns() {
        assertThat(lesson("greet", "--only", "fibres")).isEqualTo(Main.WRONG_USAGE);

        assertThat(err.toString()).contains("no version 'fibres'", "sequential, thread-pool, event-loop");
        assertThat(printed()).isEmpty();
    }

    @Test
    void anArgumentThatNoVersionTakesIsRefusedBeforeAnythingRuns() {
        assertThat(lesson("greet", "event-loop")).isEqualTo(Main.WRONG_USAGE);

        assertThat(err.toString())
                .contains("Sequential takes no arguments", "./lesson greet --only thread-pool -- event-loop");
        assertThat(printed()).isEmpty();
    }

    @Test
    void aLessonWithoutAServerHasNoClient() {
        assertThat(lesson("greet", "--client")).isEqualTo(Main.WRONG_USAGE);

        assertThat(err.toString()).contains("Lesson greet has no client", "./lesson greet");
        assertThat(printed()).isEmpty();
    }

    @Test
    void aMistakeInWhatTheClientIsToldIsWrongUsage() {
        assertThat(lesson("chat-server", "--client", "--", "--port", "many")).isEqualTo(Main.WRONG_USAGE);

        assertThat(err.toString()).startsWith("'many' is no port.");
        assertThat(err.toString().lines()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void aMistakeInWhatAVersionIsToldIsWrongUsageAndDrawsNothing() {
        assertThat(lesson("chat-server", "--only", "sequential", "--", "--port", "many"))
                .isEqualTo(Main.WRONG_USAGE);

        assertThat(err.toString()).startsWith("'many' is no port.").hasLineCount(2);
        assertThat(printed()).doesNotContain("failed", "at once");
    }

    @Test
    void aPortThatIsTakenIsAWrongSetUpAndSaysWhatToDo() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            String port = "" + other.getLocalPort();

            assertThat(lesson("chat-server", "--", "--port", port)).isEqualTo(Main.WRONG_USAGE);

            assertThat(err.toString()).startsWith("Port " + port + " is taken").hasLineCount(3);
            assertThat(printed()).doesNotContain("failed", "at once");
        }
    }

    @Test
    void anUnknownOptionIsWrongUsage() {
        assertThat(lesson("greet", "--instantly")).isEqualTo(Main.WRONG_USAGE);

        assertThat(err.toString()).contains("--instantly", "./lesson --help");
        assertThat(err.toString().lines()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void aMisspeltWordIsGuessed() {
        assertThat(lesson("practise")).isEqualTo(Main.WRONG_USAGE);
        assertThat(lesson("greet", "--instnt")).isEqualTo(Main.WRONG_USAGE);
        assertThat(lesson("check", "racee")).isEqualTo(Main.WRONG_USAGE);

        assertThat(err.toString())
                .contains("Did you mean './lesson practice'?", "Did you mean '--instant'?", "Did you mean 'race'?");
    }

    @Test
    void anOptionOfALessonsOwnIsShownItsPlace() {
        assertThat(lesson("greet", "--port", "8899")).isEqualTo(Main.WRONG_USAGE);

        assertThat(err.toString()).contains("./lesson greet -- --port 8899").hasLineCount(3);
    }

    @Test
    void whatCannotRunInVirtualTimeAtAllIsNotBegun() {
        assertThat(lesson("chat-server", "--instant")).isEqualTo(Main.WRONG_USAGE);

        assertThat(err.toString()).contains("it talks over sockets", "Leave --instant out");
        assertThat(printed()).isEmpty();
    }

    @Test
    void aMisspeltVersionIsGuessed() {
        assertThat(lesson("greet", "--only", "evnt-loop")).isEqualTo(Main.WRONG_USAGE);

        assertThat(err.toString()).contains("no version 'evnt-loop'. Did you mean 'event-loop'?");
    }

    @Test
    void aQuizWithoutALessonAsksWhichOne() {
        assertThat(lesson("quiz")).isEqualTo(Main.WRONG_USAGE);

        assertThat(err.toString()).contains("about which lesson?", "./lesson quiz greet");
    }

    @Test
    void aCommandAfterALessonIsNotMistakenForTheCommandAlone() {
        assertThat(lesson("greet", "bench")).isEqualTo(Main.WRONG_USAGE);

        assertThat(err.toString()).contains("Did you mean './lesson bench greet'?");
    }

    @Test
    void anOptionWithoutALessonAsksWhichOne() {
        assertThat(lesson("--instant")).isEqualTo(Main.WRONG_USAGE);

        assertThat(err.toString()).contains("Which lesson?");
    }

    @Test
    void aFailureIsUnwrappedAndPointsIntoTheLesson() {
        assertThat(lesson("greet", "--instant", "--only", "thread-pool", "--", "0"))
                .isEqualTo(Main.FAILED);

        assertThat(printed())
                .contains(
                        "failed: java.lang.IllegalArgumentException", "at greet.WithThreadPool (WithThreadPool.java:");
    }

    @Test
    void aTooNarrowScreenIsWrongUsage() {
        assertThat(lesson("greet", "--width", "10")).isEqualTo(Main.WRONG_USAGE);

        assertThat(err.toString()).contains("too narrow", "--width 40");
    }

    @Test
    void theDoctorLooksAtWhatTheCourseNeeds() {
        lesson("doctor");

        assertThat(printed()).contains("JDK", "Maven", "Encoding", "Memory", "Processors", "Jupyter", "Browser");
    }

    @Test
    void aLessonRunsInVirtualTimeWithItsTimelinesAndTable() {
        assertThat(lesson("greet", "--instant", "--width", "100")).isEqualTo(Main.DONE);

        assertThat(printed()).contains("  0.0 s  Hello, Alice!\n  1.0 s  Goodbye, Alice!\n  1.0 s  Hello, Bob!");
        assertThat(printed().lines())
                .anyMatch(line -> line.matches("Sequential +3.0 s +1 +1"))
                .anyMatch(line -> line.matches("Thread pool +1.0 s +4 +3"))
                .anyMatch(line -> line.matches("Event loop +1.0 s +1 +3"))
                .anyMatch(line -> line.matches("Virtual threads +1.0 s +1 \\+ 3 virtual +3"));
    }

    @Test
    void aPoolOfTwoMakesTheThirdGuestWait() {
        assertThat(lesson("greet", "--instant", "--only", "thread-pool", "--", "2"))
                .isEqualTo(Main.DONE);

        assertThat(printed().lines())
                .contains("  1.0 s  Hello, Charlie!")
                .anyMatch(line -> line.matches("Thread pool +2.0 s +3 +2"));
    }

    @Test
    void aVersionThatFailsIsNamedInALine() {
        assertThat(lesson("greet", "--instant", "--only", "thread-pool", "--", "two"))
                .isEqualTo(Main.FAILED);

        assertThat(printed())
                .contains("failed: java.lang.NumberFormatException")
                .doesNotContain("\tat ");
    }

    @Test
    void aVersionThatNeedsRealTimeSaysSoAndTheOthersRun() {
        assertThat(lesson("context-manager", "--instant", "--only", "sequential,vertx-on-event-loop"))
                .isEqualTo(Main.DONE);

        assertThat(printed())
                .contains(
                        "not in virtual time", "./lesson context-manager --only vertx-on-event-loop", "2.5 s  Closed");
    }

    @Test
    void benchRefusesALessonThatIsNone() {
        assertThat(lesson("bench", "gret", "--quick")).isEqualTo(Main.WRONG_USAGE);

        assertThat(err.toString()).contains("There is no lesson 'gret'");
    }

    @Test
    void benchHasOneSpeedAtATime() {
        assertThat(lesson("bench", "greet", "--quick", "--full")).isEqualTo(Main.WRONG_USAGE);

        assertThat(err.toString()).contains("--quick", "--full").contains("mutually exclusive");
        assertThat(err.toString().lines()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void anOptionOfJmhBeforeTheDashesIsExplained() {
        assertThat(lesson("bench", "greet", "-f", "1")).isEqualTo(Main.WRONG_USAGE);

        assertThat(err.toString()).contains("Options of JMH go behind --");
    }

    @Test
    void compareNeedsTwoFiles() {
        assertThat(lesson("compare", "ann.json")).isEqualTo(Main.WRONG_USAGE);

        assertThat(err.toString()).contains("two results or more");
    }

    @Test
    void compareNamesEveryFileItCannotUseInThreeLines() {
        assertThat(lesson("compare", "ann.json", "bob.json", "eve.json")).isEqualTo(Main.WRONG_USAGE);

        assertThat(err.toString()).contains("There is no file ann.json", "bob.json, eve.json");
        assertThat(err.toString().lines()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void nothingIsColouredWithoutATerminal() {
        lesson();

        assertThat(printed()).doesNotContain("\033");
    }

    private int lesson(String... words) {
        return Main.commandLine()
                .setErr(new PrintWriter(err, true))
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .execute(words);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}

package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.course.terminal.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MainTest {
    private CommandRun run;

    @Test
    void listsLessonsWithoutArguments() {
        assertThat(lesson()).isEqualTo(ExitCode.DONE);

        assertThat(printed())
                .containsPattern("01  greet +70 min .*Greet three guests")
                .contains("Part 1: the idea", "Next: ", "./lesson next");
    }

    @Test
    void listAndHelpAreCommands() {
        assertThat(lesson("list")).isEqualTo(ExitCode.DONE);
        assertThat(printed()).contains("Part 2: the network");

        assertThat(lesson("help")).isEqualTo(ExitCode.DONE);
        assertThat(printed()).contains("Usage: ./lesson", "practice");
    }

    @Test
    void helpFitsTheTerminal() {
        System.setProperty("interleave.width", "60");
        try {
            for (String[] words :
                    new String[][] {{"--help"}, {"bench", "--help"}, {"tree", "--help"}, {"compare", "--help"}}) {
                lesson(words);

                assertThat(printed().lines())
                        .as(String.join(" ", words))
                        .isNotEmpty()
                        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
            }
        } finally {
            System.clearProperty("interleave.width");
        }
    }

    @Test
    void rejectsMisspeltLesson() {
        assertThat(lesson("gret")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(err().lines()).hasSizeLessThanOrEqualTo(3).anyMatch(line -> line.contains("./lesson greet"));
        assertThat(printed()).isEmpty();
    }

    @Test
    void rejectsUnknownVersionBeforeAnythingRuns() {
        assertThat(lesson("greet", "--only", "fibres")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(err()).contains("no version 'fibres'", "sequential, thread-pool, event-loop");
        assertThat(printed()).isEmpty();
    }

    @Test
    void rejectsUnusableArgumentBeforeAnythingRuns() {
        assertThat(lesson("greet", "event-loop")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(err()).contains("Sequential takes no arguments", "./lesson greet --only thread-pool -- event-loop");
        assertThat(printed()).isEmpty();
    }

    @Test
    void rejectsClientOfLessonWithoutServer() {
        assertThat(lesson("greet", "--client")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(err()).contains("Lesson greet has no client", "./lesson greet");
        assertThat(printed()).isEmpty();
    }

    @Test
    void reportsClientRefusingItsArguments() {
        assertThat(lesson("chat-server", "--client", "--", "--port", "many")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(err()).startsWith("'many' is no port.").contains("./lesson chat-server --client -- ...");
        assertThat(err().lines()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void reportsVersionRefusingItsArgumentsAndDrawsNothing() {
        assertThat(lesson("chat-server", "--only", "sequential", "--", "--port", "many"))
                .isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(err()).startsWith("'many' is no port.").contains("Try again: ./lesson chat-server -- ...");
        assertThat(err().lines()).hasSizeLessThanOrEqualTo(3);
        assertThat(printed()).doesNotContain("failed", "max concurrent");
    }

    @Test
    void reportsPortInUse() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            String port = "" + other.getLocalPort();

            assertThat(lesson("chat-server", "--", "--port", port)).isEqualTo(ExitCode.WRONG_USAGE);

            assertThat(err()).startsWith("Port " + port);
            assertThat(err().lines()).hasSizeLessThanOrEqualTo(3);
            assertThat(printed()).doesNotContain("failed", "max concurrent");
        }
    }

    @Test
    void rejectsUnknownOption() {
        assertThat(lesson("greet", "--instantly")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(err()).contains("--instantly", "./lesson --help");
        assertThat(err().lines()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void suggestsNearestWord() {
        assertThat(lesson("practise")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err()).contains("Did you mean './lesson practice'?");

        assertThat(lesson("greet", "--instnt")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err()).contains("Did you mean '--instant'?");

        assertThat(lesson("hlep")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err()).contains("Did you mean './lesson help'?");

        assertThat(lesson("chat")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err()).contains("Did you mean './lesson chat-server'?");

        assertThat(lesson("01-gret")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err()).contains("Did you mean './lesson greet'?");

        assertThat(lesson("check", "racee")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err()).contains("Did you mean 'race'?");
    }

    @Test
    void rejectsInstantRunOfSocketsOnly() {
        assertThat(lesson("chat-server", "--instant")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(err()).contains("it talks over sockets", "Run it without --instant");
        assertThat(printed()).isEmpty();
    }

    @Test
    void suggestsNearestVersion() {
        assertThat(lesson("greet", "--only", "evnt-loop")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(err()).contains("no version 'evnt-loop'. Did you mean 'event-loop'?");
    }

    @Test
    void quizNeedsTheNameOfALesson() {
        assertThat(lesson("quiz")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(err()).contains("The name of a lesson is missing.", "./lesson quiz greet");
    }

    @Test
    void suggestsCommandBeforeLesson() {
        assertThat(lesson("greet", "bench")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(err()).contains("Did you mean './lesson bench greet'?");
    }

    @Test
    void optionNeedsTheNameOfALesson() {
        assertThat(lesson("--instant")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(err()).contains("The name of a lesson is missing.");
    }

    @Test
    void failureIsUnwrappedAndNamesItsPlaceInTheLesson() {
        assertThat(lesson("greet", "--instant", "--only", "thread-pool", "--", "0"))
                .isEqualTo(ExitCode.FAILED);

        assertThat(printed())
                .contains(
                        "failed: java.lang.IllegalArgumentException", "at greet.WithThreadPool (WithThreadPool.java:");
    }

    @Test
    void rejectsTooNarrowScreen() {
        assertThat(lesson("greet", "--width", "10")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(err()).contains("too narrow", "--width 40");
    }

    @Test
    void doctorChecksEverythingTheCourseNeeds() {
        lesson("doctor");

        assertThat(printed())
                .contains("JDK", "Maven", "Encoding", "Memory", "Processors", "Jupyter", "Browser")
                .contains("Course", "File locks", "File events", "Temporary", "Recording", "Benchmarks");
    }

    @Test
    void runsLessonInVirtualTimeWithTimelinesAndTable() {
        assertThat(lesson("greet", "--instant", "--width", "100")).isEqualTo(ExitCode.DONE);

        assertThat(printed()).contains("  0.0 s  Hello, Alice!\n  1.0 s  Goodbye, Alice!\n  1.0 s  Hello, Bob!");
        assertThat(printed().lines())
                .anyMatch(line -> line.matches("Sequential +3.0 s +1 +1"))
                .anyMatch(line -> line.matches("Thread pool +1.0 s +4 +3"))
                .anyMatch(line -> line.matches("Event loop +1.0 s +1 +3"))
                .anyMatch(line -> line.matches("Virtual threads +1.0 s +1 \\+ 3 virtual +3"));
    }

    @Test
    void printsEnglishDigitsInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("ar-EG-u-nu-arab", "fa-IR", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(tag));

                assertThat(lesson("greet", "--instant", "--only", "sequential")).isEqualTo(ExitCode.DONE);

                assertThat(printed()).as(tag).contains("  1.0 s  Goodbye, Alice!", "Sequential   3.0 s");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void poolOfTwoThreadsDelaysTheThirdGuest() {
        assertThat(lesson("greet", "--instant", "--only", "thread-pool", "--", "2"))
                .isEqualTo(ExitCode.DONE);

        assertThat(printed().lines())
                .contains("  1.0 s  Hello, Charlie!")
                .anyMatch(line -> line.matches("Thread pool +2.0 s +3 +2"));
    }

    @Test
    void failureIsReportedInOneLine() {
        assertThat(lesson("greet", "--instant", "--only", "thread-pool", "--", "two"))
                .isEqualTo(ExitCode.FAILED);

        assertThat(printed())
                .contains("failed: java.lang.NumberFormatException")
                .doesNotContain("\tat ");
    }

    @Test
    void skipsVersionThatNeedsRealTime() {
        assertThat(lesson("context-manager", "--instant", "--only", "sequential,vertx-on-event-loop"))
                .isEqualTo(ExitCode.DONE);

        assertThat(printed())
                .contains(
                        "not in virtual time", "./lesson context-manager --only vertx-on-event-loop", "2.5 s  Closed");
    }

    @Test
    void benchRejectsUnknownLesson() {
        assertThat(lesson("bench", "gret", "--quick")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(err()).contains("There is no lesson 'gret'");
    }

    @Test
    void benchRejectsTwoSpeeds() {
        assertThat(lesson("bench", "greet", "--quick", "--full")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(err()).contains("--quick", "--full").contains("mutually exclusive");
        assertThat(err().lines()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void benchSuggestsDashesForOptionOfJmh() {
        assertThat(lesson("bench", "greet", "-f", "1")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(err()).contains("Options of JMH go after --");
    }

    @Test
    void unknownOptionIsPassedToTheLesson() {
        assertThat(lesson("greet", "--instant", "--guests", "5")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(err()).contains("takes no arguments, but was given: --guests 5");
    }

    @Test
    void optionAfterDashesIsRefused() {
        assertThat(lesson("data-loading", "--", "stop", "--only", "thread-pool"))
                .isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(err())
                .contains("'--only' is an option of ./lesson")
                .contains("./lesson data-loading --only ...")
                .hasLineCount(2);
    }

    @Test
    void misspelledOptionIsNotPassedToTheLesson() {
        assertThat(lesson("greet", "--instnt")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(err()).contains("Unknown option: '--instnt'").contains("Did you mean '--instant'?");
    }

    @Test
    void compareNeedsTwoFiles() {
        assertThat(lesson("compare")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(err()).contains("two results or more");
    }

    @Test
    void compareNamesMissingFileEvenIfItIsTheOnlyOne() {
        assertThat(lesson("compare", "missing.json")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(err()).startsWith("There is no file missing.json.");
        assertThat(err().lines()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void compareNamesEveryUnusableFileInThreeLines() {
        assertThat(lesson("compare", "ann.json", "bob.json", "eve.json")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(err()).contains("There is no file ann.json", "bob.json, eve.json");
        assertThat(err().lines()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void printsWithoutColoursOutsideATerminal() {
        lesson();

        assertThat(printed()).doesNotContain("\033");
    }

    @Test
    void rejectsUnknownActionOnNotebooks() {
        assertThat(lesson("notebooks", "chekc")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(err()).contains("Unknown action: chekc", "check, refresh or --user");
    }

    private int lesson(String... words) {
        run = CommandRun.lesson(words);
        return run.exitCode();
    }

    private String printed() {
        return run.printed();
    }

    private String err() {
        return run.err();
    }
}

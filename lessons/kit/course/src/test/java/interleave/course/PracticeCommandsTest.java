package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands around a practice, on a course of one lesson. */
class PracticeCommandsTest {
    private static final Path GREET = Path.of("../../01-greet").toAbsolutePath().normalize();

    @TempDir
    Path home;

    private final StringWriter err = new StringWriter();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream realOut = System.out;
    private final InputStream realIn = System.in;

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectory(home.resolve("lessons"));
        Files.createSymbolicLink(home.resolve("lessons/01-greet"), GREET);
        System.setProperty("interleave.home", home.toString());
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(realOut);
        System.setIn(realIn);
        System.clearProperty("interleave.home");
    }

    @Test
    void checkPutsTheSkeletonThereAndSaysWhatIsNotRight() {
        assertThat(lesson("check", "greet")).isEqualTo(Main.FAILED);

        assertThat(printed())
                .contains("Your file is new", "Bob's hello came at 3 s", "Yours", "Wanted", "./lesson hint party");
        assertThat(file()).hasSameTextualContentAs(GREET.resolve("src/practice/java/greet/Party.java"));
    }

    @Test
    void aRightAnswerPassesAndCounts() throws Exception {
        solve();

        assertThat(lesson("check", "1")).isEqualTo(Main.DONE);
        assertThat(printed()).contains("All is right");

        assertThat(lesson("check", "all")).isEqualTo(Main.DONE);
        assertThat(printed()).contains("1 of 1 right");

        assertThat(lesson("progress", "--json")).isEqualTo(Main.DONE);
        assertThat(printed())
                .contains("\"done\" : 1", "greet.Party")
                .doesNotContain(System.getProperty("user.name") + "\"");
    }

    @Test
    void checkAllDoesNotBeginWhatIsNotBegun() {
        assertThat(lesson("check", "all")).isEqualTo(Main.FAILED);

        assertThat(printed()).contains("not begun", "0 of 1 right");
        assertThat(file()).doesNotExist();
    }

    @Test
    void hintsComeOneByOneAndTheSolutionAfterTheLast() {
        assertThat(lesson("solution", "greet")).isEqualTo(Main.FAILED);
        assertThat(printed()).contains("after 3 more hints");

        lesson("hint", "greet");
        assertThat(printed()).contains("Hint 1 of 3").doesNotContain("Hint 2");
        lesson("hint");
        lesson("hint", "greet");
        assertThat(printed()).contains("Hint 1 of 3", "Hint 3 of 3", "That was the last");

        assertThat(lesson("solution", "greet")).isEqualTo(Main.DONE);
        assertThat(printed()).contains("newVirtualThreadPerTaskExecutor");
    }

    @Test
    void resetKeepsWhatThereWas() throws Exception {
        solve();

        assertThat(lesson("reset", "party")).isEqualTo(Main.DONE);
        assertThat(printed())
                .contains("Begun anew: practice/greet/Party.java. What you had is kept: "
                        + "practice/greet/Party.java.old");
        assertThat(file().resolveSibling("Party.java.old")).hasSameTextualContentAs(solution());
    }

    @Test
    void theQuizExplainsWrongAnswersAndCountsTheRightOnes() {
        System.setIn(new ByteArrayInputStream("4\n3\n2\n1\n".repeat(8).getBytes(StandardCharsets.US_ASCII)));

        assertThat(lesson("quiz", "greet")).isEqualTo(Main.DONE);

        assertThat(printed()).contains("Question 4 of 4", "is not right.", "is right.", "right at the first go.");

        lesson("progress");
        assertThat(printed()).containsPattern("quiz +greet +[0-4] of 4 right at the first go");
    }

    @Test
    void aQuizSaysWhichKeysItKnows() {
        System.setIn(new ByteArrayInputStream("9\nq".getBytes(StandardCharsets.US_ASCII)));

        lesson("quiz", "greet");

        assertThat(printed()).containsOnlyOnce("A number from 1 to");
    }

    @Test
    void aQuizThatIsLeftDoesNotCount() {
        System.setIn(new ByteArrayInputStream("q".getBytes(StandardCharsets.US_ASCII)));

        assertThat(lesson("quiz", "greet")).isEqualTo(Main.FAILED);
        assertThat(home.resolve("practice/progress.json")).doesNotExist();
    }

    @Test
    void practiceWithoutATerminalSaysWhatToTypeInstead() {
        assertThat(lesson("practice")).isEqualTo(Main.WRONG_USAGE);

        assertThat(err.toString()).contains("needs a terminal", "./lesson check party");
    }

    @Test
    void checkOfNothingAsksWhat() {
        assertThat(lesson("check")).isEqualTo(Main.WRONG_USAGE);

        assertThat(err.toString()).contains("Which practice?");
    }

    private void solve() throws IOException {
        Files.createDirectories(file().getParent());
        Files.copy(solution(), file());
    }

    private Path file() {
        return home.resolve("practice/greet/Party.java");
    }

    private static Path solution() {
        return GREET.resolve("src/solution/java/greet/Party.java");
    }

    private int lesson(String... words) {
        out.reset();
        return Main.commandLine().setErr(new PrintWriter(err, true)).execute(words);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}

package interleave.course.practice;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.course.lessons.Course;
import interleave.course.terminal.Screen;
import interleave.practice.exercises.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A student at the terminal, with a course of one lesson: saves files, presses keys, reads the screen. */
class PracticeSessionTest {
    private static final Path GREET = Path.of("../../01-greet").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PipedOutputStream keyboard = new PipedOutputStream();
    private final InputStream realIn = System.in;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private Workspace workspace;
    private int read;

    @BeforeEach
    void begin() throws Exception {
        Files.createDirectory(home.resolve("lessons"));
        Files.createSymbolicLink(home.resolve("lessons/01-greet"), GREET);
        System.setProperty("interleave.home", home.toString());
        System.setIn(new PipedInputStream(keyboard));
        workspace = PracticeFolder.workspace();
        var course = Course.at(home);
        var screen = new Screen(new PrintStream(out, true, StandardCharsets.UTF_8), 80, false);
        Thread.ofPlatform().name("session").start(() -> {
            try {
                new PracticeSession(course, workspace, screen)
                        .run(course.find("greet").exercises().getLast());
                ended.complete(null);
            } catch (Throwable failure) {
                ended.completeExceptionally(failure);
            }
        });
    }

    @AfterEach
    void end() throws Exception {
        keyboard.close();
        ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        System.setIn(realIn);
        System.clearProperty("interleave.home");
    }

    @Test
    void leadsFromFirstScreenToRightAnswer() throws Exception {
        assertThat(page())
                .contains(
                        "Practice: greet, Party",
                        "Your file was created",
                        "Three guests pause",
                        "\"Hello, Bob!\"",
                        "h hint (3)");

        save(GREET.resolve("src/wrong/java/missing-join/Party.java"));
        assertThat(page()).containsPattern("3\\s+threads were still running").doesNotContain("Three guests pause");

        press('h');
        assertThat(page()).contains("Hint 1 of 3", "h hint (2)");

        press('s');
        assertThat(page()).contains("after 2 more hints");

        save(GREET.resolve("src/solution/java/greet/Party.java"));
        assertThat(page()).contains("Correct", "Press n for your next step");

        press('s');
        assertThat(page()).contains("A solution", "newVirtualThreadPerTaskExecutor");

        press('l');
        press('x');
        assertThat(page()).containsPattern("03 +done +greet +Party +1 hint").contains("1 of 3 done");

        press('n');
        press('q');
        ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(rest()).contains("Question 1 of 4", "Next: answer the quiz of lesson greet.", "./lesson quiz greet");
        assertThat(workspace
                        .progress()
                        .isDone(Course.at(home).lessons().getFirst().exercises().getLast()))
                .isTrue();
    }

    @Tag("slow")
    @Test
    void savedHelperClassIsChecked() throws Exception {
        page();
        Path helper = file().resolveSibling("Helper.java");
        Files.writeString(helper, "package greet; final class Helper {}");
        assertThat(page()).contains("\"Hello, Bob!\"");

        save(GREET.resolve("src/solution/java/greet/Party.java"), "        Helper.greet();\n");
        assertThat(page()).contains("cannot find symbol: method greet()");

        Files.writeString(helper, "package greet; final class Helper { static void greet() {} }");
        assertThat(page()).contains("Correct");
    }

    @Test
    void deletedFileIsRecovered() throws Exception {
        page();
        save(GREET.resolve("src/wrong/java/announced-before-waiting/Party.java"));
        page();

        Files.delete(file());
        assertThat(page())
                .contains("Party.java is gone", "A copy of your last version: practice/.kept/greet.Party.java");

        press('r');
        press('n');
        assertThat(page()).contains("Restart this exercise?", "Nothing was changed.");

        press('r');
        press('y');
        assertThat(page()).contains("Restarted: practice/greet/Party.java", "Three guests pause", "\"Hello, Bob!\"");

        press('q');
        ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(rest()).contains("Your files stay", "To continue: ./lesson practice");
    }

    @Test
    void keysShowTaskAndQuiz() throws Exception {
        page();

        press('t');
        assertThat(page()).contains("Three guests pause");

        press('z');
        press('q');
        assertThat(page()).contains("Question 1 of 4", "(type a letter, or q to quit)");

        press('c');
        assertThat(page()).contains("\"Hello, Bob!\"");
    }

    @Tag("slow")
    @Test
    void listTurnsToTheExerciseWithTheTypedNumber() throws Exception {
        page();

        press('l');
        press('0');
        press('1');
        assertThat(page()).contains("Type the two digits", "Practice: greet, Reception");

        press('n');
        assertThat(page()).contains("Practice: greet, Farewell");

        press('q');
        ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(rest()).contains("To continue: ./lesson practice");
    }

    private Path file() {
        return home.resolve("practice/greet/Party.java");
    }

    private void save(Path answer) throws IOException {
        Files.writeString(file(), Files.readString(answer));
    }

    /** Saves the answer with this line as the first one of its method. */
    private void save(Path answer, String line) throws IOException {
        Files.writeString(file(), Files.readString(answer).replaceFirst("(greetAll\\(.*\\{\n)", "$1" + line));
    }

    private void press(char key) throws IOException {
        keyboard.write(key);
        keyboard.flush();
    }

    /** The output up to the line that names the keys. */
    private String page() throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!rest().contains("q quit") && System.nanoTime() < end && !ended.isDone()) {
            Thread.sleep(10);
        }
        String page = rest().substring(0, Math.max(0, rest().indexOf("q quit") + 1));
        read += page.length() + 1;
        return page;
    }

    private String rest() {
        String all = out.toString(StandardCharsets.UTF_8);
        return all.substring(Math.min(read, all.length()));
    }
}

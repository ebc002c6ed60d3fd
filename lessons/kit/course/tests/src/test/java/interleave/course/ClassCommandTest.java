package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.course.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./lesson class}, with the files of students who worked on lesson 01. */
class ClassCommandTest {
    private static final int STUDENTS = 30;
    private static final int SOLVED = 10;
    private static final Path GREET = CommandRun.COURSE.resolve("lessons/01-greet");

    /** Real results of {@code ./lesson bench}. */
    private static final Path BENCHMARKS = CommandRun.COURSE.resolve("notebooks/results.json");

    /** A student who solved an exercise, won a level, and answered the quiz correctly. */
    private static String solver;

    /** A student whose announcement came too early, and who answered the quiz by trying. */
    private static String beginner;

    @TempDir
    private Path folder;

    @BeforeAll
    static void study(@TempDir Path one, @TempDir Path other) throws IOException {
        solver = progress(one, GREET.resolve("src/solution/java/greet/Party.java"), "ccab")
                .replaceFirst("\"levels\" : \\[ *]", "\"levels\" : [ \"sharedstate.play.TwoGates\", \"old.Level\" ]");
        beginner = progress(
                other, GREET.resolve("src/wrong/java/announced-before-waiting/Party.java"), "abcdabcdabcdabcd");
    }

    /** Works on lesson 01 in this folder, and returns the progress of a student called NAME. */
    private static String progress(Path home, Path answer, String quiz) throws IOException {
        Files.createDirectory(home.resolve("lessons"));
        Files.createSymbolicLink(home.resolve("lessons/01-greet"), GREET);
        Files.createDirectories(home.resolve("practice/greet"));
        Files.copy(answer, home.resolve("practice/greet/Party.java"));
        CommandRun.in(home, "", "check", "party");
        CommandRun.in(home, quiz, "quiz", "greet");
        return CommandRun.in(home, "", "progress", "--json", "--name", "NAME").printed();
    }

    @Test
    void thirtyStudentsFitInATableOfEightyColumns() throws Exception {
        writeClass();

        CommandRun run = CommandRun.lesson("class", folder.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.printed().lines())
                .hasSizeLessThan(60)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(run.printed().lines().filter(line -> line.startsWith("Student")))
                .hasSize(STUDENTS)
                .startsWith(row("Student 1", "1", "0", "4 of 4"), row("Student 2", "1", "0", "4 of 4"))
                .endsWith(row("Student 30", "0", "1", "1 of 4"));
        assertThat(run.printed())
                .contains(
                        "shared-state: TwoGates 10\n",
                        " 20 of 30  Party: The announcement is the last line. Such as: Expected",
                        " 20 of 30  greet: A pool of two threads greets three guests");
    }

    @Test
    void benchmarksAreInTheRowOfTheirStudent() throws Exception {
        write("progress.json", named(solver, "Ann"));
        write("bench.json", benchmarks("Ann"));
        write("other.json", benchmarks("Bob"));

        assertThat(CommandRun.lesson("class", folder.toString()).printed())
                .containsPattern("(?m)^Ann +1 +0 +0 +1 +4 of 4 +17$")
                .containsPattern("(?m)^Bob +17$");
    }

    @Test
    void pageHasEachClaimEachQuestionAndTheCharts() throws Exception {
        writeClass();
        write("ann.json", benchmarks("Ann <b>"));
        write("bob.json", benchmarks("Bob"));
        write("eve.json", named(beginner, "Eve <script>"));
        Path page = folder.resolve("class.html");

        CommandRun.lesson("class", folder.toString(), "--html", page.toString());

        assertThat(page)
                .content()
                .contains(
                        "Solved by 10 of 31 students",
                        "<td>TwoGates</td><td>10</td><td>shared-state</td>",
                        "<td>LastSeat</td><td>0</td><td>shared-state</td>",
                        "<td>The announcement is the last line.</td><td>10</td><td>21</td><td>Expected &quot;Everyone",
                        "<td>The party takes 3 s, as long as its longest pause.</td><td>10</td><td></td><td></td>",
                        "How long does it take?</td><td>10</td><td>31</td><td>",
                        "Eve &lt;script&gt;",
                        "Ann &lt;b&gt;",
                        "<svg class=\"chart\"")
                .doesNotContain("<script", "Ann <b>", "http");
    }

    @Test
    void unusableFilesAreNotedAndTheOthersShown() throws Exception {
        write("ann.json", named(solver, "Ann"));
        write("ann-copied.json", named(solver, "Ann"));
        write("ann-later.json", named(beginner, "Ann"));
        write("half.json", solver.substring(0, 500));
        write("notebook.json", "{\"cells\": []}");
        write("list.json", "[1]");
        write("eve.txt", solver);
        write("null.json", "{\"exercises\": {}, \"answers\": {\"greet\": {\"How long?\": null}}}");
        write("class.html", "");
        write("slow.json", benchmarks("Slow"));
        write("slower.json", benchmarks("Slower"));
        write("old.json", benchmarks("Old").replaceFirst("\"benchmarks\" *: *\"\\w+\"", "\"benchmarks\":\"other\""));

        CommandRun run = CommandRun.lesson("class", folder.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.printed().replaceAll("\\s+", " "))
                .contains(
                        "Ann 1 0 ",
                        "Ann (2) 0 1 ",
                        "Slow 17",
                        "Note: ann.json is a copy of ann-copied.json.",
                        "Note: half.json is damaged (line ",
                        "Note: null.json is damaged (line ",
                        "Note: Neither from ./lesson progress --json nor from ./lesson bench: notebook.json.",
                        "list.json is damaged: an element of the array is not an object.",
                        "Note: The name Ann is used in 2 files: ann-copied.json, ann-later.json.",
                        "Note: Only files that end with .json are read, so these are not shown: eve.txt.",
                        "Note: old.json was measured with another version of the course");
    }

    @Test
    void folderOfDownloadsTakesTwoNotes() throws Exception {
        write("ann.json", named(solver, "Ann"));
        for (int number = 100; number < 300; number++) {
            write("photo-" + number + ".jpg", "");
            write("page-" + number + ".json", "{\"number\": " + number / 2 + "}");
        }

        CommandRun run = CommandRun.lesson("class", folder.toString());

        assertThat(run.printed().replaceAll("\\s+", " "))
                .contains(
                        "Ann 1 0 ",
                        "nor from ./lesson bench: page-100.json, page-101.json, page-102.json and 197 more.",
                        "these are not shown: photo-100.jpg, photo-101.jpg, photo-102.jpg and 197 more.");
        assertThat(run.printed().lines().filter(line -> line.contains("Note:"))).hasSize(2);
    }

    @Test
    void studentWithoutNameIsCalledLikeTheFile() throws Exception {
        write("group-7.json", solver.replaceFirst("\"name\" : \"NAME\",?", "").replaceFirst(",\\s*(\"of\")", ",$1"));

        assertThat(CommandRun.lesson("class", folder.toString()).printed()).contains("group-7 ");
    }

    @Test
    void progressOfAnOlderVersionIsShown() throws Exception {
        write("ann.json", """
            {"done": 1, "of": 1, "quizzes": {"greet": {"of": 4, "right": 3}}, "exercises": {"greet.Party":
            {"begun": true, "done": true, "hints": 2, "lesson": "greet"}}}
            """);

        assertThat(CommandRun.lesson("class", folder.toString()).printed()).containsPattern("(?m)^ann +1 +0 +2 +0$");
    }

    @Test
    void folderWithoutResultsIsRefused() throws Exception {
        assertRefused("The folder with the students' files is missing.");
        assertRefused("There is no folder", folder.resolve("none").toString());
        assertRefused("There are no results of students in", folder.toString());
        write("notebook.json", "{\"cells\": []}");
        assertRefused("nor from ./lesson bench: notebook.json.", folder.toString());
    }

    private static void assertRefused(String message, String... folder) {
        var words = new ArrayList<>(List.of(folder));
        words.addFirst("class");
        CommandRun run = CommandRun.lesson(words.toArray(String[]::new));

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err()).contains(message);
        assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(3);
    }

    private void writeClass() throws IOException {
        for (int student = 1; student <= STUDENTS; student++) {
            write(student + ".json", named(student <= SOLVED ? solver : beginner, "Student " + student));
        }
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
    }

    private static String named(String progress, String name) {
        return progress.replace("NAME", name);
    }

    private static String benchmarks(String name) throws IOException {
        return Files.readString(BENCHMARKS).replaceFirst("\"interleave\" *: *\\{", "$0\"name\":\"" + name + "\",");
    }

    /** A student who has solved the exercise has also won a level. */
    private static String row(String name, String solved, String started, String quiz) {
        return "%-24s%8s%9s%7s%8s%12s".formatted(name, solved, started, "0", solved, quiz);
    }
}

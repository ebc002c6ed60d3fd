package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.course.lessons.Course;
import interleave.course.lessons.Lesson;
import interleave.course.terminal.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of each lesson explains the times of its versions. */
class LessonPagesTest {

    private static final Pattern ACCOUNT =
            Pattern.compile("<h2><b class=\"ordinal\">\\d+</b> (.*?) <b.*?<p class=\"why\">(.*?)</p>", Pattern.DOTALL);

    /** Each page is written once, however many tests look at it. */
    private static final Map<String, Page> PAGES = new HashMap<>();

    @TempDir
    static Path folder;

    /** The page of a run, and the trace beside it. */
    private record Page(String html, String trace) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        greet              |         | Sequential      | main sleeping 1.0 s, 3 times
        greet              |         | Thread pool     | each of 3 threads sleeping 1.0 s
        greet              |         | Event loop      | each of 3 tasks sleeping 1.0 s
        greet              |         | Virtual threads | each of 3 virtual threads sleeping 1.0 s
        countdown          |         | Sequential      | main sleeping 1.0 s, 8 times
        countdown          |         | Event loop      | Countdown 1 sleeping 1.0 s, 5 times
        event-loop         |         | Sequential      | main sleeping 2.0 s, then sleeping 1.0 s
        event-loop         |         | Event loop      | Task 1 sleeping 2.0 s
        lazy-and-forgotten |         | Thread pool     | main sleeping 2.0 s, then pool-1-thread-1 sleeping 1.0 s
        lazy-and-forgotten |         | Event loop      | main (task) sleeping 2.0 s, then greeting sleeping 1.0 s
        lazy-and-forgotten |         | Completable future | main sleeping 2.0 s
        gather-and-tasks   |         | Event loop      | each of 3 tasks sleeping 2.0 s
        gather-and-tasks   | tasks   | Virtual threads | each of 2 virtual threads sleeping 2.0 s
        gather-and-tasks   | failure | Thread pool     | each of 2 threads sleeping 2.0 s, then main sleeping 2.0 s
        context-manager    | 3       | Event loop      | each of 3 tasks sleeping 1.0 s, then sleeping 500 ms, 3 times
        """)
    void pageNamesTheChainThatDeterminesTheTime(String lesson, String arguments, String version, String chain) {
        String account = accounts(lesson, arguments).get(version);

        assertThat(account).isNotNull().endsWith(" Critical path: " + chain + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "greet,Sequential,one after the other",
        "greet,Event loop,up to 3 at the same time",
        "countdown,Thread pool,up to 2 at the same time",
        "event-loop,Event loop,up to 2 at the same time",
        "lazy-and-forgotten,Completable future,up to 2 at the same time",
        "gather-and-tasks,Virtual threads,up to 3 at the same time",
        "context-manager,JDBC sequential,one after the other",
        "context-manager,JDBC on virtual threads,up to 3 at the same time"
    })
    void pageSaysHowManyWaitAtOnce(String lesson, String version, String atOnce) {
        assertThat(accounts(lesson, null).get(version)).contains(atOnce);
    }

    /** Threads and tasks of a loop sleep at lines of the program; a library's own threads sleep elsewhere. */
    @ParameterizedTest
    @MethodSource("lessonsInVirtualTime")
    @Tag("slow")
    void everySleepHasALineOfTheProgram(String lesson) {
        String trace = pageOf(lesson, null).trace();
        List<String> ofLibrary = Pattern.compile(
                        "\"thread_name\",(\"pid\":\\d+,\"tid\":\\d+,)\"args\":\\{\"name\":\"HikariPool-")
                .matcher(trace)
                .results()
                .map(lane -> lane.group(1))
                .toList();
        assertThat(trace.lines()
                        .filter(line -> line.contains("\"cat\":\"sleep\"")
                                && ofLibrary.stream().noneMatch(line::contains)))
                .allSatisfy(line -> assertThat(line).contains("\"at\":\""));
    }

    /** Two of four versions of a failure are silent: but that it failed is seen in all. */
    @ParameterizedTest
    @CsvSource({
        "lazy-and-forgotten, forgotten, 3, failed: there is nobody to greet",
        "gather-and-tasks, failure, 3, failed: products does not answer"
    })
    void failureIsMarkedInEveryVersion(String lesson, String arguments, int times, String failure) {
        String page = page(lesson, arguments);

        assertThat(page.split("\u2715 " + failure, -1)).hasSize(times + 1);
    }

    @Test
    void pageOfADeadlockShowsItsReport() {
        assertThat(page("deadlocks", null)).contains("<summary>How it ended</summary>", "Cycle: Alice waits for Bob");
    }

    @Test
    void errorStreamIsShownAmongTheLines() {
        String page = page("lazy-and-forgotten", "forgotten");

        assertThat(page.split("<li class=\"complaint\">", -1))
                .as("two lines of the loop, one of the JVM")
                .hasSize(4);
        assertThat(page).contains("Exception in thread &quot;greeting&quot;").doesNotContain("at java.base");
    }

    static List<String> lessonsInVirtualTime() {
        return Course.at(CommandRun.COURSE).lessons().stream()
                .filter(lesson -> lesson.versions().stream()
                        .anyMatch(version -> version.realTime().isEmpty()))
                .map(Lesson::name)
                .toList();
    }

    private static Map<String, String> accounts(String lesson, String arguments) {
        var accounts = new LinkedHashMap<String, String>();
        for (MatchResult found :
                ACCOUNT.matcher(page(lesson, arguments)).results().toList()) {
            accounts.put(found.group(1), found.group(2));
        }
        return accounts;
    }

    private static String page(String lesson, String arguments) {
        return pageOf(lesson, arguments).html();
    }

    private static Page pageOf(String lesson, String arguments) {
        return PAGES.computeIfAbsent(lesson + "-" + arguments, name -> write(name, lesson, arguments));
    }

    private static Page write(String name, String lesson, String arguments) {
        Path page = folder.resolve(name + ".html");
        var words = new ArrayList<>(List.of(lesson, "--instant", "--html", page.toString()));
        if (arguments != null) {
            words.addAll(List.of("--only", "sequential,thread-pool,event-loop,virtual-threads", "--", arguments));
        }
        assertThat(CommandRun.lesson(words.toArray(String[]::new)).exitCode()).isEqualTo(ExitCode.DONE);
        return new Page(content(page), content(folder.resolve(name + ".trace.json")));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

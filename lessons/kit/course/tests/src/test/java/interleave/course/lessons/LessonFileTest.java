package interleave.course.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.recorder.model.OperationLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LessonFileTest {
    private static final String GOOD = """
        title: Greet
        question: How long?
        minutes: 15
        source: An article
        versions:
          - WithThreadPool: a pool
        notice:
          - Mind the gap,
            in two lines
        try:
          - greet --only sequential: to compare
        """;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void createFolder() throws Exception {
        file = Files.createDirectory(folder.resolve("05-gather-and-tasks")).resolve("lesson.yaml");
    }

    @Test
    void readsEverything() throws Exception {
        Files.writeString(file, GOOD);

        Lesson lesson = LessonFile.read(file);

        assertThat(lesson.number()).isEqualTo("05");
        assertThat(lesson.name()).isEqualTo("gather-and-tasks");
        assertThat(lesson.minutes()).isEqualTo(15);
        assertThat(lesson.notice()).containsExactly("Mind the gap, in two lines");
        assertThat(lesson.suggestions())
                .containsExactly(new Lesson.Suggestion("greet --only sequential", "to compare"));
        assertThat(lesson.versions()).singleElement().satisfies(version -> {
            assertThat(version.className()).isEqualTo("gatherandtasks.WithThreadPool");
            assertThat(version.label()).isEqualTo("Thread pool");
            assertThat(version.id()).isEqualTo("thread-pool");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "WithEventLoop, Event loop, event-loop",
        "JdbcOnVirtualThreads, JDBC on virtual threads, jdbc-on-virtual-threads",
        "WithVertxClient, Vert.x client, vertx-client",
        "OneLockAtATime, One lock at a time, one-lock-at-a-time"
    })
    void versionIsNamedAfterItsClass(String className, String label, String id) throws Exception {
        Files.writeString(file, GOOD.replace("WithThreadPool", className));

        assertThat(LessonFile.read(file).versions()).singleElement().satisfies(version -> {
            assertThat(version.label()).isEqualTo(label);
            assertThat(version.id()).isEqualTo(id);
        });
    }

    @Test
    void readsVersionsWithPreviewApi() throws Exception {
        Files.writeString(file, GOOD);
        assertThat(LessonFile.read(file).versions()).noneMatch(Version::preview);

        Files.writeString(file, GOOD + "preview: [WithThreadPool]\n");
        assertThat(LessonFile.read(file).versions()).allMatch(Version::preview);
    }

    @Test
    void rejectsPreviewOfUnknownVersion() throws Exception {
        Files.writeString(file, GOOD + "preview: [WithFibres]\n");

        assertThatThrownBy(() -> LessonFile.read(file))
                .isInstanceOf(CourseException.class)
                .hasMessageContaining("line 12: 'preview' names 'WithFibres', which is none of WithThreadPool");
    }

    @Test
    void readsReasonForRealTime() throws Exception {
        Files.writeString(file, GOOD + """
            realtime:
              - WithThreadPool: it uses a socket
            """);

        assertThat(LessonFile.read(file).versions())
                .singleElement()
                .extracting(Version::realTime)
                .isEqualTo(Optional.of("it uses a socket"));
    }

    @Test
    void readsWhichVersionsHang() throws Exception {
        Files.writeString(file, GOOD + """
            hangs:
              - WithThreadPool
            """);

        assertThat(LessonFile.read(file).versions())
                .singleElement()
                .extracting(Version::hangs)
                .isEqualTo(true);
    }

    @Test
    void onlyAVersionThatThereIsCanNeedRealTime() throws Exception {
        Files.writeString(file, GOOD + """
            realtime:
              - WithFibres: it uses a socket
            """);

        assertThatThrownBy(() -> LessonFile.read(file))
                .isInstanceOf(CourseException.class)
                .hasMessageContaining("line 13: 'WithFibres' is none of the versions");
    }

    @Test
    void readsLinesOfOperation() throws Exception {
        Files.writeString(file, GOOD + """
            operation:
              - starts: (.+) starts
              - ends: (.+) is complete
            """);

        OperationLines lines = LessonFile.read(file).operation().orElseThrow();
        assertThat(lines.starts().matcher("Task 1 starts").matches()).isTrue();
        assertThat(lines.ends().matcher("Task 1 is complete").matches()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"starts: (.+) starts", "starts: starts", "starts: (.+", "begins: (.+)"})
    void operationNeedsTwoLinesWithOneGroupEach(String only) throws Exception {
        Files.writeString(file, GOOD + "operation:\n  - " + only + "\n");

        assertThatThrownBy(() -> LessonFile.read(file))
                .isInstanceOf(CourseException.class)
                .hasMessageContaining("line 13");
    }

    @Test
    void ofALessonOfServersOneVersionServes() throws Exception {
        String another = GOOD.replace("  - WithThreadPool:", "  - Sequential: one\n  - WithThreadPool:");
        Files.writeString(file, another + "serves: WithThreadPool\nclient: Client\nwarmup: two visitors\n");

        Lesson lesson = LessonFile.read(file);

        assertThat(lesson.choose(List.of())).extracting(Version::id).containsExactly("thread-pool");
        assertThat(lesson.choose(List.of("sequential"))).extracting(Version::id).containsExactly("sequential");
        assertThat(lesson.choose(List.of("all"))).extracting(Version::id).containsExactly("sequential", "thread-pool");
        assertThat(lesson.client().className()).endsWith(".Client");
        assertThat(lesson.warmUp()).hasValue(List.of("two", "visitors"));
    }

    @Test
    void allSchedulesOfAVersionCanBeTried() throws Exception {
        Files.writeString(file, GOOD + "explore:\n  - WithThreadPool: 2\n");

        assertThat(LessonFile.read(file).versions())
                .first()
                .extracting(Version::preemptions)
                .isEqualTo(Optional.of(2));
    }

    @ParameterizedTest
    @CsvSource({"WithFibres: 2, 'WithFibres' is none of the versions", "WithThreadPool: many, 'many' is not a number"})
    void rejectsWrongNumberOfPreemptions(String pair, String message) throws Exception {
        Files.writeString(file, GOOD + "explore:\n  - " + pair + "\n");

        assertThatThrownBy(() -> LessonFile.read(file))
                .isInstanceOf(CourseException.class)
                .hasMessageContaining(message);
    }

    @Test
    void rejectsServerThatIsNoVersion() throws Exception {
        Files.writeString(file, GOOD + "serves: WithFibres\nclient: Client\n");

        assertThatThrownBy(() -> LessonFile.read(file))
                .isInstanceOf(CourseException.class)
                .hasMessageContaining("line 12: 'WithFibres' is none of the versions");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        title: Greet      | titel: Greet      | line 1: unknown key 'titel'; did you mean 'title'?
        title: Greet      | title: ''         | line 1: expected a text here
        title: Greet      | title: [a]        | line 1: expected a text here
        title: Greet      | # nothing         | the key 'title' is missing
        minutes: 15       | minutes: ten      | line 3: 'minutes' must be a whole number, but is 'ten'
        minutes: 15       | minutes: -1       | line 3: 'minutes' must be a whole number, but is '-1'
        WithThreadPool:   | WithThreadPool    | line 6
        - WithThreadPool: | WithThreadPool:   | line 6: 'versions' must be a list
        minutes: 15       | minutes: 'open    | this is not YAML
        """)
    void namesMistakeAndLine(String right, String wrong, String message) throws Exception {
        Files.writeString(file, GOOD.replace(right, wrong));

        assertThatThrownBy(() -> LessonFile.read(file))
                .isInstanceOf(CourseException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"'', is empty", "just text, expected 'key: value' lines", "'- a', expected 'key: value' lines"})
    void refusesAFileThatIsNoDescriptor(String content, String message) throws Exception {
        Files.writeString(file, content);

        assertThatThrownBy(() -> LessonFile.read(file))
                .isInstanceOf(CourseException.class)
                .hasMessageContaining(message);
    }
}

package interleave.notebook.file;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.course.lessons.Lesson;
import interleave.course.lessons.LessonFile;
import interleave.course.lessons.Version;
import interleave.notebook.file.Notebook.Cell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each notebook of a lesson lists the source of the lesson's versions, and has cells with the calls that they make. */
class SourceListingsTest {
    private static final Path LESSONS =
            CourseNotebooks.FOLDER.resolve("../lessons").normalize();

    /** The calls by which a program uses a loop or a pool. */
    private static final Pattern OWN_CALLS =
            Pattern.compile("EventLoop\\.run\\(|Executors\\.new\\w+\\(|Thread\\.ofVirtual\\(");
    /** Its programs have faults, which the reader finds with tools before reading the source. */
    private static final String DEBUGGING = "22-debugging.ipynb";

    @TempDir
    private Path home;

    static List<String> notebooksOfLessons() throws IOException {
        return CourseNotebooks.names().stream()
                .filter(name -> Files.exists(lessonFile(name)))
                .toList();
    }

    static List<String> notebooksThatListTheirVersions() throws IOException {
        return notebooksOfLessons().stream()
                .filter(name -> !name.equals(DEBUGGING))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("notebooksThatListTheirVersions")
    void everyVersionOfLessonIsListed(String notebook) throws IOException {
        List<String> listed = cells(notebook).stream()
                .flatMap(cell -> SourceListings.files(cell.source()).stream())
                .toList();

        for (Version version : lesson(notebook).versions()) {
            assertThat(listed)
                    .as("%s shows the source of %s", notebook, version.className())
                    .anyMatch(file -> isSourceOf(version, file));
        }
    }

    @ParameterizedTest
    @MethodSource("notebooksThatListTheirVersions")
    void versionIsListedBeforeItRuns(String notebook) throws IOException {
        List<Cell> cells = cells(notebook);
        for (Version version : lesson(notebook).versions()) {
            var name = Pattern.compile("\\b" + version.simpleName() + "\\b");
            boolean listed = false;
            for (Cell cell : cells) {
                listed |= SourceListings.files(cell.source()).stream().anyMatch(file -> isSourceOf(version, file));
                assertThat(listed
                                || !cell.isCode()
                                || !name.matcher(cell.source()).find())
                        .as("%s lists %s above cell %s, which runs it", notebook, version.className(), cell.id())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("notebooksOfLessons")
    void cellAfterPredictionCallsLoopOrPool(String notebook) throws IOException {
        List<Cell> cells = cells(notebook);

        assertThat(IntStream.range(1, cells.size())
                        .filter(index -> cells.get(index - 1).asksForPrediction())
                        .mapToObj(index -> cells.get(index).source()))
                .as("cells after a prediction in %s", notebook)
                .anyMatch(code -> OWN_CALLS.matcher(code).find());
    }

    @Test
    void updatedListingHasSourceWithoutPackageAndImports() throws IOException {
        write(
                "lessons/01-tea/Tea.java",
                "package tea;\n\nimport static a.B.c;\n\nimport a.B;\n\n/** Tea. */\nclass Tea {}\n");
        String old = "Read:\n\n`lessons/01-tea/Tea.java`:\n\n```java\nclass Coffee {}\n```\n\nThen run it.";

        assertThat(SourceListings.updated(old, home))
                .isEqualTo("Read:\n\n"
                        + "`lessons/01-tea/Tea.java`:\n\n"
                        + "```java\n"
                        + "/** Tea. */\n"
                        + "class Tea {}\n"
                        + "```\n\n"
                        + "Then run it.");
    }

    @Test
    void fillsEmptyListingAndKeepsOtherCode() throws IOException {
        write("lessons/Tea.java", "package tea;\n\nclass Tea {}\n");
        String text = "```java\n"
                + "int own = 1;\n"
                + "```\n\n"
                + "`lessons/Tea.java`:\n\n"
                + "```java\n"
                + "```\n\n"
                + "The class `lessons/Tea.java` is short.";

        assertThat(SourceListings.files(text)).containsExactly("lessons/Tea.java");
        assertThat(SourceListings.updated(text, home))
                .isEqualTo(text.replace("```java\n```", "```java\nclass Tea {}\n```"));
    }

    private void write(String file, String text) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
    }

    private static boolean isSourceOf(Version version, String file) {
        return file.endsWith("/" + version.className().replace('.', '/') + ".java");
    }

    private static List<Cell> cells(String notebook) throws IOException {
        return Notebook.read(CourseNotebooks.FOLDER.resolve(notebook)).cells();
    }

    private static Lesson lesson(String notebook) {
        return LessonFile.read(lessonFile(notebook));
    }

    private static Path lessonFile(String notebook) {
        return LESSONS.resolve(notebook.replaceFirst("\\.ipynb$", "")).resolve(LessonFile.NAME);
    }
}

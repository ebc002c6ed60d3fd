package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import interleave.course.lessons.Course;
import interleave.course.lessons.Lesson;
import interleave.course.lessons.Version;
import interleave.course.terminal.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each lesson's README shows the picture that the command beside it draws today. */
class PictureTest {
    private static final Pattern PICTURE =
            Pattern.compile("!\\[[^]]+]\\((picture\\.svg)\\)\n<!-- drawn by: \\./lesson (.+) -->");
    /** Real sockets have no virtual time: a test beside such a lesson draws its versions without them. */
    private static final Pattern DRAWN_BY_A_TEST =
            Pattern.compile("!\\[[^]]+]\\(picture\\.svg\\)\n<!-- drawn by: (\\w+)\\.(\\w+Test) -->");

    @TempDir
    private Path folder;

    static List<Lesson> lessons() {
        return Course.at(CommandRun.COURSE).lessons();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void pictureMatchesTheLesson(Lesson lesson) throws Exception {
        assumeThat(lesson.versions())
                .allSatisfy(version -> assertThat(version.obstacle()).isEmpty());
        String readme = Files.readString(lesson.folder().resolve("README.md"));
        if (lesson.versions().stream().allMatch(version -> version.realTime().isPresent())) {
            testDrawsThePicture(lesson, readme);
            return;
        }
        var shown = PICTURE.matcher(readme);

        assertThat(shown.find())
                .as("README.md of " + lesson.name() + " shows picture.svg and says how it is drawn")
                .isTrue();
        assertThat(drawnBy(shown.group(2)))
                .as("./lesson " + shown.group(2) + " draws it again")
                .isEqualTo(Files.readString(lesson.folder().resolve(shown.group(1))));
    }

    private static void testDrawsThePicture(Lesson lesson, String readme) {
        var shown = DRAWN_BY_A_TEST.matcher(readme);

        assertThat(shown.find())
                .as("README.md of " + lesson.name() + " shows picture.svg and says which test draws it")
                .isTrue();
        Path test = lesson.folder().resolve("src/test/java/" + shown.group(1) + "/" + shown.group(2) + ".java");
        assertThat(test).content().contains("\"picture.svg\"");
        assertThat(lesson.folder().resolve("picture.svg"))
                .content()
                .contains(lesson.versions().stream().map(Version::label).toList());
    }

    private String drawnBy(String command) throws Exception {
        var words = new ArrayList<>(List.of(command.split(" ")));
        Path drawn = folder.resolve("picture.svg");
        words.set(words.indexOf("--svg") + 1, drawn.toString());
        assertThat(CommandRun.lesson(words.toArray(String[]::new)).exitCode()).isEqualTo(ExitCode.DONE);
        return Files.readString(drawn);
    }
}

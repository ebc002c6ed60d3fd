package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
    private static final Path HOME = Path.of("../../..").toAbsolutePath().normalize();
    private static final Pattern PICTURE = Pattern
            .compile("!\\[[^]]+]\\((picture\\.svg)\\)\n<!-- drawn by: \\./lesson (.+) -->");

    @TempDir
    private Path folder;

    static List<Lesson> lessons() {
        return Course.at(HOME).lessons();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void thePictureIsWhatTheLessonDoes(Lesson lesson) throws Exception {
        assumeThat(lesson.versions()).allSatisfy(version -> assertThat(version.obstacle()).isEmpty());
        assumeThat(lesson.versions()).as("versions that run in virtual time; pictures of others are never the same")
                .anySatisfy(version -> assertThat(version.realTime()).isEmpty());
        var shown = PICTURE.matcher(Files.readString(lesson.folder().resolve("README.md")));

        assertThat(shown.find()).as("README.md of " + lesson.name() + " shows picture.svg and says how it is drawn")
                .isTrue();
        assertThat(drawnBy(shown.group(2))).as("./lesson " + shown.group(2) + " draws it again")
                .isEqualTo(Files.readString(lesson.folder().resolve(shown.group(1))));
    }

    private String drawnBy(String command) throws Exception {
        var words = new ArrayList<>(List.of(command.split(" ")));
        Path drawn = folder.resolve("picture.svg");
        words.set(words.indexOf("--svg") + 1, drawn.toString());
        PrintStream out = System.out;
        System.setProperty("interleave.home", HOME.toString());
        System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        try {
            assertThat(Main.commandLine().execute(words.toArray(String[]::new))).isEqualTo(Main.DONE);
        } finally {
            System.setOut(out);
            System.clearProperty("interleave.home");
        }
        return Files.readString(drawn);
    }
}

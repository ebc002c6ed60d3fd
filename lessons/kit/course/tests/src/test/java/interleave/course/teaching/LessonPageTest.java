package interleave.course.teaching;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.course.lessons.Course;
import interleave.course.lessons.Lesson;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of each lesson, as HTML. */
class LessonPageTest {
    /** A heading with text below it. The slides show any other heading only as a part of their titles. */
    private static final Pattern HEADING = Pattern.compile("<h[123]>(.*?)</h[123]>\\s*+(?!</section>)");
    /** The title of a slide at the beginning of a note. */
    private static final Pattern TITLE_IN_NOTES = Pattern.compile("<li>\\s*(?:<p>)?<strong>(.*?)[.:]?</strong>");

    static List<Lesson> lessons() {
        return Course.at(Path.of("../../..").toAbsolutePath().normalize()).lessons();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void hasEverythingInOneFile(Lesson lesson) throws Exception {
        String page = new LessonPage(lesson).page().text();

        assertThat(page)
                .contains("What you learned</h2>", "data:image/svg+xml;base64,")
                .doesNotContain("<link ")
                .doesNotContainPattern("src=\"(?!data:)");
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void notesAreNotOnTheSlides(Lesson lesson) throws Exception {
        String[] parts = new LessonPage(lesson).page().text().split("<template id=\"notes\">");

        assertThat(parts[0]).doesNotContain("For teachers</h2>");
        assertThat(parts[1]).contains("For teachers</h2>");
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void notesBelongToSlides(Lesson lesson) throws Exception {
        String[] parts = new LessonPage(lesson).page().text().split("<template id=\"notes\">");

        assertThat(TITLE_IN_NOTES.matcher(parts[1]).results().map(note -> note.group(1)))
                .hasSizeGreaterThan(1)
                .isSubsetOf(HEADING.matcher(parts[0])
                        .results()
                        .map(heading -> heading.group(1))
                        .toList());
    }
}

package interleave.course.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CourseTest {
    @TempDir
    private Path home;

    @BeforeEach
    void writeLessons() throws Exception {
        for (String folder : List.of("02-countdown", "01-greet", "12-chat-server", "kit", "99-unwritten")) {
            Files.createDirectories(home.resolve("lessons").resolve(folder));
        }
        for (String folder : List.of("02-countdown", "01-greet", "12-chat-server")) {
            Files.writeString(home.resolve("lessons").resolve(folder).resolve("lesson.yaml"), """
                title: A title
                question: A question?
                minutes: 10
                source: An article
                versions:
                  - Sequential: one after the other
                  - WithEventLoop: one thread
                notice:
                  - something
                try:
                  - greet: because
                """);
        }
    }

    @Test
    void lessonsAreInTheOrderOfTheirNumbers() {
        assertThat(Course.at(home).lessons())
                .extracting(Lesson::name)
                .containsExactly("greet", "countdown", "chat-server");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"greet", "GREET", "1", "01", "001", "01-greet", "01-Greet", "01_greet", "lessons/01-greet/"})
    void findsLessonByNameAndNumber(String asked) {
        assertThat(Course.at(home).find(asked).folderName()).isEqualTo("01-greet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gret", "greeet", "hgreet", "gre", "Greets", "01-gret"})
    void suggestsNearestLesson(String asked) {
        assertThatThrownBy(() -> Course.at(home).find(asked))
                .isInstanceOf(CourseException.class)
                .hasMessageContaining("no lesson '" + asked + "'")
                .hasMessageContaining("Did you mean 'greet'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "07", "fetch", "07-fetch", "Fetch"})
    void reportsPlannedLesson(String asked) throws IOException {
        Files.writeString(home.resolve("README.md"), """
            | 01 | [greet](lessons/01-greet/README.md) | three guests |
            | 07 | fetch | three, a hundred, a thousand requests at once |
            """);

        assertThatThrownBy(() -> Course.at(home).find(asked))
                .isInstanceOf(CourseException.class)
                .hasMessageContaining("Lesson 07 fetch is not written yet.");
    }

    @Test
    void suggestsCommandsAndExercisesToo() {
        assertThatThrownBy(() -> Course.at(home).find("practise", "./lesson ", List.of("practice")))
                .isInstanceOf(CourseException.class)
                .hasMessageContaining("Did you mean './lesson practice'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "0", "", "breakfast", "../greet"})
    void nonsenseSuggestsNothingButTheList(String asked) {
        assertThatThrownBy(() -> Course.at(home).find(asked))
                .isInstanceOf(CourseException.class)
                .hasMessageContaining("lists them all")
                .message()
                .doesNotContain("Did you mean");
    }

    @Test
    void rejectsFolderWithoutLessons() {
        assertThatThrownBy(() -> Course.at(home.resolve("lessons")))
                .isInstanceOf(CourseException.class)
                .hasMessageContaining("no lessons in");
    }

    @Test
    void versionsAreChosenByIdInTheLessonsOrder() {
        Lesson lesson = Course.at(home).find("chat-server");

        assertThat(lesson.choose(List.of("WithEventLoop", " Sequential")))
                .extracting(Version::className)
                .containsExactly("chatserver.Sequential", "chatserver.WithEventLoop");
        assertThat(lesson.choose(List.of())).hasSize(2);
        assertThatThrownBy(() -> lesson.choose(List.of("fibres")))
                .isInstanceOf(CourseException.class)
                .hasMessageContaining("no version 'fibres'")
                .hasMessageContaining("sequential, event-loop");
    }

    @Test
    void findsLessonsAroundItsJarFromAnyWorkingFolder(@TempDir Path home) throws IOException {
        Files.createDirectories(home.resolve("lessons/kit/course/target"));

        assertThat(Course.folderAround(home + "/course.jar")).contains(home);
        assertThat(Course.folderAround(home + "/lessons/kit/course/target/course.jar"))
                .contains(home);
        assertThat(Course.folderAround(home + "/other.jar")).isEmpty();
        assertThat(Course.folderAround("classes" + File.pathSeparator + home + "/course.jar"))
                .isEmpty();
    }
}

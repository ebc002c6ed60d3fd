package interleave.course;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import interleave.course.lessons.Course;
import interleave.course.lessons.Lesson;
import interleave.course.lessons.LessonFile;
import interleave.practice.exercises.Exercise;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules for every lesson. */
@Execution(ExecutionMode.CONCURRENT)
class LessonsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importPackages(lessons().stream().map(Lesson::packageName).toList());

    static List<Lesson> lessons() {
        return Course.at(CommandRun.COURSE).lessons();
    }

    @Test
    void thereAreLessons() {
        assertThat(lessons()).isNotEmpty();
    }

    /** {@code ./lesson check NAME} accepts both. */
    @Test
    void namesOfLessonsAndExercisesAreUnique() {
        var exercises = lessons().stream()
                .flatMap(lesson -> lesson.exercises().stream())
                .map(Exercise::name);

        assertThat(Stream.concat(lessons().stream().map(Lesson::name), exercises))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyVersionHasMain(Lesson lesson) {
        assertThat(lesson.versions())
                .allSatisfy(version -> assertThatCode(version::takesArguments).doesNotThrowAnyException());
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void noVersionIsSkippedOnJava25(Lesson lesson) {
        assumeThat(Runtime.version().feature()).isEqualTo(25);

        assertThat(lesson.versions())
                .allSatisfy(version -> assertThat(version.obstacle()).isEmpty());
    }

    /** A terminal without UTF-8 shows other characters as question marks. */
    @ParameterizedTest
    @MethodSource("lessons")
    void descriptorIsAscii(Lesson lesson) throws Exception {
        assertThat(Files.readString(lesson.folder().resolve(LessonFile.NAME))).matches("\\p{ASCII}*");
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everySuggestionIsACommandThatExists(Lesson lesson) {
        var course = Course.at(CommandRun.COURSE);

        assertThat(lesson.suggestions()).allSatisfy(suggestion -> {
            List<String> words = List.of(suggestion.command().split(" "));
            String name = words.getFirst().equals("bench") ? words.get(1) : words.getFirst();
            Lesson suggested = course.find(name);
            int only = words.indexOf("--only");
            if (only >= 0) {
                assertThat(suggested.choose(List.of(words.get(only + 1).split(","))))
                        .isNotEmpty();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void lessonDoesNotUseTheKit(Lesson lesson) {
        JavaClasses classes = CLASSES.that(resideInAPackage(lesson.packageName() + ".."));

        assertThat(classes).isNotEmpty();
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("interleave..")
                        .and(resideOutsideOfPackages("interleave.eventloop..", "interleave.localsite..")))
                .check(classes);
    }

    /** Maven derives neither line from the other: the module is built, and the course depends on it. */
    @ParameterizedTest
    @MethodSource("lessons")
    void lessonIsInThePomOfAllLessons(Lesson lesson) throws Exception {
        assertThat(Files.readString(CommandRun.COURSE.resolve("lessons/pom.xml")))
                .as("lessons/pom.xml needs a module and a dependency for lesson " + lesson.name())
                .contains(
                        "<module>" + lesson.folderName() + "</module>",
                        "<artifactId>" + lesson.name() + "</artifactId>");
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void lessonIsInBothMaps(Lesson lesson) throws Exception {
        assertThat(lesson).satisfies(isLinkedIn("README.md", "lessons/"), isLinkedIn("lessons/README.md", ""));
    }

    /** A slow reader, one minute per question, five for the first exercise, and fifteen for each further one. */
    @ParameterizedTest
    @MethodSource("lessons")
    void statedMinutesSufficeForPageExercisesAndQuiz(Lesson lesson) throws Exception {
        int wordsPerMinute = 120;
        String page = Files.readString(lesson.folder().resolve("README.md")).split("## For teachers")[0];
        int reading = page.split("\\s+").length / wordsPerMinute;
        int exercises = 5 + 15 * (lesson.exercises().size() - 1);

        assertThat(lesson.minutes())
                .isGreaterThanOrEqualTo(reading + lesson.quiz().size() + exercises);
        assertThat(page).contains("*" + lesson.minutes() + " minutes: ");
    }

    @Test
    void everyPageLinksToTheNextOne() {
        List<Lesson> lessons = lessons();

        for (int i = 0; i + 1 < lessons.size(); i++) {
            Path page = lessons.get(i).folder().resolve("README.md");
            assertThat(page)
                    .content()
                    .containsPattern("Next: .*\\.\\./" + lessons.get(i + 1).folderName());
        }
    }

    private static ThrowingConsumer<Lesson> isLinkedIn(String map, String folders) {
        return lesson -> assertThat(Files.readString(CommandRun.COURSE.resolve(map)))
                .as("the table in " + map + " needs a line for lesson " + lesson.name())
                .contains("| " + lesson.number() + " | [" + lesson.name() + "](" + folders + lesson.folderName()
                        + "/README.md) |");
    }
}

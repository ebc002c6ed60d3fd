package interleave.course;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every lesson there is. */
class LessonsTest {
    private static final Path HOME = Path.of("../../..").toAbsolutePath().normalize();

    static List<Lesson> lessons() {
        return Course.at(HOME).lessons();
    }

    @Test
    void thereAreLessons() {
        assertThat(lessons()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void eachVersionHasAMain(Lesson lesson) {
        assertThat(lesson.versions())
                .allSatisfy(version -> assertThatCode(version::takesArguments).doesNotThrowAnyException());
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void onTheJdkTheCourseIsWrittenForNothingIsSkipped(Lesson lesson) {
        assumeThat(Runtime.version().feature()).isEqualTo(25);

        assertThat(lesson.versions())
                .allSatisfy(version -> assertThat(version.obstacle()).isEmpty());
    }

    /** A terminal that is not UTF-8 shows anything else as question marks. */
    @ParameterizedTest
    @MethodSource("lessons")
    void eachDescriptorIsAscii(Lesson lesson) throws Exception {
        assertThat(Files.readString(lesson.folder().resolve(LessonFile.NAME))).matches("\\p{ASCII}*");
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void eachSuggestionIsACommandThatExists(Lesson lesson) {
        var course = Course.at(HOME);

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
    void noLessonKnowsTheKit(Lesson lesson) {
        String ownPackage = lesson.versions().getFirst().className().replaceFirst("\\.[^.]*$", "");
        JavaClasses classes = new ClassFileImporter().importPackages(ownPackage);

        assertThat(classes.that(resideInAPackage(ownPackage)).size()).isPositive();
        noClasses()
                .that(resideOutsideOfPackage("interleave.."))
                .should()
                .dependOnClassesThat(resideInAPackage("interleave..")
                        .and(resideOutsideOfPackages("interleave.eventloop..", "interleave.localsite..")))
                .check(classes);
    }
}

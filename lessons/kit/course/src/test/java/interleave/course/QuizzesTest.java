package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every question of every quiz. */
class QuizzesTest {
    private static final Path HOME = Path.of("../../..").toAbsolutePath().normalize();

    static List<Lesson> lessonsWithAQuiz() {
        return Course.at(HOME).lessons().stream()
                .filter(lesson -> !lesson.quiz().isEmpty())
                .toList();
    }

    static Stream<Question> questions() {
        return lessonsWithAQuiz().stream().flatMap(lesson -> lesson.quiz().stream());
    }

    @ParameterizedTest
    @MethodSource("lessonsWithAQuiz")
    void aQuizIsShort(Lesson lesson) {
        assertThat(lesson.quiz()).hasSizeBetween(3, 6);
    }

    /** Those that are found by running a version are found here, and may not be among the wrong ones. */
    @ParameterizedTest
    @MethodSource("questions")
    void oneAnswerIsRightAndTheOthersAreNot(Question question) {
        List<String> wrong = question.wrong().stream().map(Map.Entry::getKey).toList();

        assertThat(wrong).hasSizeBetween(1, 8).doesNotHaveDuplicates().doesNotContain(Quiz.rightAnswer(question));
        assertThat(Quiz.shuffledAnswers(question))
                .contains(Quiz.rightAnswer(question))
                .containsAll(wrong);
    }
}

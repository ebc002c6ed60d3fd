package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.course.lessons.Course;
import interleave.course.lessons.Exam;
import interleave.course.lessons.Exam.ExamQuestion;
import interleave.course.lessons.Lesson;
import interleave.course.lessons.Question;
import interleave.course.quiz.Choice;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules for every question of every quiz and of the exam. */
class QuizzesTest {

    static List<Lesson> lessonsWithAQuiz() {
        return Course.at(CommandRun.COURSE).lessons().stream()
                .filter(lesson -> !lesson.quiz().isEmpty())
                .toList();
    }

    static Stream<Question> questions() {
        return Stream.concat(
                lessonsWithAQuiz().stream().flatMap(lesson -> lesson.quiz().stream()),
                Exam.of(Course.at(CommandRun.COURSE)).questions().stream().map(ExamQuestion::question));
    }

    @ParameterizedTest
    @MethodSource("lessonsWithAQuiz")
    void quizHasThreeToSixQuestions(Lesson lesson) {
        assertThat(lesson.quiz()).hasSizeBetween(3, 6);
    }

    /** A right answer that is found by running a version is found here, and must not be among the wrong ones. */
    @ParameterizedTest
    @MethodSource("questions")
    void offersOneRightAnswerAmongDifferentWrongOnes(Question question) {
        List<String> wrong = question.wrong().stream().map(Map.Entry::getKey).toList();
        List<Choice> choices = Choice.of(question);
        String right = choices.stream()
                .filter(choice -> choice.whyWrong().isEmpty())
                .map(Choice::text)
                .collect(onlyElement());

        assertThat(wrong).hasSizeBetween(1, 8).doesNotHaveDuplicates().doesNotContain(right);
        assertThat(choices).extracting(Choice::text).contains(right).containsAll(wrong);
    }

    /** Otherwise a student can pass without reading the questions. */
    @ParameterizedTest
    @MethodSource("questions")
    void rightAnswerIsNotTheLongest(Question question) {
        question.right()
                .ifPresent(right -> assertThat(question.wrong())
                        .as(question.ask())
                        .anyMatch(wrong -> wrong.getKey().length() >= right.length()));
    }

    private static <T> Collector<T, ?, T> onlyElement() {
        return Collectors.collectingAndThen(Collectors.toList(), list -> {
            assertThat(list).hasSize(1);
            return list.getFirst();
        });
    }
}

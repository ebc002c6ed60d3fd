package interleave.course.teaching;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.course.lessons.Course;
import interleave.course.lessons.Exam;
import interleave.course.lessons.Question;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The exam; the rules for its questions are those of {@code QuizzesTest}. */
class ExamPaperTest {
    private static final Course COURSE =
            Course.at(Path.of("../../..").toAbsolutePath().normalize());

    private final Exam exam = Exam.of(COURSE);

    @Test
    void hasTwentyQuestionsInTheOrderOfTheLessons() {
        assertThat(exam.questions()).hasSize(20);
        assertThat(exam.questions())
                .extracting(question -> question.lesson().number())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void noQuestionIsInAQuiz() {
        List<Question> quizzes = COURSE.lessons().stream()
                .flatMap(lesson -> lesson.quiz().stream())
                .toList();

        assertThat(exam.questions())
                .extracting(question -> question.question().ask())
                .doesNotContainAnyElementsOf(quizzes.stream().map(Question::ask).toList());
        assertThat(exam.questions())
                .extracting(question -> question.question().prediction())
                .filteredOn(Optional::isPresent)
                .isNotEmpty()
                .doesNotContainAnyElementsOf(
                        quizzes.stream().map(Question::prediction).toList());
    }

    @Test
    void sheetsHaveNoAnswersAndKeyHasAll() {
        var paper = new ExamPaper(exam);

        assertThat(exam.questions()).allSatisfy(question -> {
            String why = ExamPaper.markup(question.question().why());
            assertThat(paper.questions().text()).doesNotContain(why);
            assertThat(paper.key().text()).contains(why);
        });
    }
}

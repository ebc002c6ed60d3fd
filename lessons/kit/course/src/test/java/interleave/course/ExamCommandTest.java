package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.course.lessons.Course;
import interleave.course.lessons.Exam;
import interleave.course.lessons.Exam.ExamQuestion;
import interleave.course.lessons.Question;
import interleave.course.quiz.ExamPaper;
import interleave.course.terminal.ExitCode;
import interleave.recorder.layout.SafeText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./lesson exam}; the rules for its questions are those of {@link QuizzesTest}. */
class ExamCommandTest {
    private static final Course COURSE = Course.at(CommandRun.COURSE);

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

        assertThat(exam.questions()).extracting(question -> question.question().ask())
                .doesNotContainAnyElementsOf(
                        quizzes.stream().map(Question::ask).toList());
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
            String why = SafeText.markup(question.question().why()).replaceAll("(\\d) (s|ms)\\b", "$1&nbsp;$2");
            assertThat(paper.questions()).doesNotContain(why);
            assertThat(paper.key()).contains(why);
        });
    }

    @Test
    void editionWithoutExamSaysSo(@TempDir Path home) throws Exception {
        Files.createDirectories(home.resolve("lessons"));

        CommandRun run = CommandRun.in(home, "", "exam");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err()).contains("This edition of the course has no exam.");
    }
}

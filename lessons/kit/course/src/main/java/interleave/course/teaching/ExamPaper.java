package interleave.course.teaching;

import interleave.course.lessons.Exam;
import interleave.course.lessons.Exam.ExamQuestion;
import interleave.course.quiz.Choice;
import interleave.recorder.layout.SafeText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The exam on paper: two sheets of A4 for each student, and a key with all answers. */
record ExamPaper(Exam exam) {
    private static final String STYLE = HtmlPage.resource("exam.css");
    private static final int QUESTIONS_PER_SHEET = 10;

    /** The questions and the choices, ten to a sheet. */
    HtmlPage questions() {
        var sheets = new StringBuilder();
        for (int first = 0; first < exam.questions().size(); first += QUESTIONS_PER_SHEET) {
            int end = Math.min(first + QUESTIONS_PER_SHEET, exam.questions().size());
            sheets.append("""
                <section>
                <h1>Exam</h1>
                <p class="name">Name:</p>
                <p>Mark one answer for each question.</p>
                <ol start="%d">
                """.formatted(first + 1));
            exam.questions().subList(first, end).forEach(question -> sheets.append(asked(question)));
            sheets.append("</ol>\n</section>\n");
        }
        return new HtmlPage("Exam", STYLE, sheets.toString());
    }

    private static String asked(ExamQuestion question) {
        String choices = Choice.of(question.question()).stream()
                .map(choice -> "<li>" + markup(choice.text()) + "</li>\n")
                .collect(Collectors.joining());
        return "<li>%s\n<ol>\n%s</ol>\n</li>\n"
                .formatted(markup(question.question().ask()), choices);
    }

    /** The right answer to each question, and why each of the other answers is wrong. */
    HtmlPage key() {
        String answers = exam.questions().stream().map(ExamPaper::answered).collect(Collectors.joining());
        return new HtmlPage(
                "Key to the exam", STYLE, "<h1>Key to the exam</h1>\n<ol class=\"key\">\n" + answers + "</ol>\n");
    }

    private static String answered(ExamQuestion question) {
        List<Choice> choices = Choice.of(question.question());
        String right = IntStream.range(0, choices.size())
                .filter(i -> choices.get(i).whyWrong().isEmpty())
                .mapToObj(i -> "<b>" + letter(i) + "</b> "
                        + markup(choices.get(i).text() + ". "
                                + question.question().why()))
                .collect(Collectors.joining());
        String wrong = IntStream.range(0, choices.size())
                .filter(i -> choices.get(i).whyWrong().isPresent())
                .mapToObj(i -> "<li>%s: %s</li>\n"
                        .formatted(letter(i), markup(choices.get(i).whyWrong().orElseThrow())))
                .collect(Collectors.joining());
        return "<li>%s (lesson %s)\n<ul>\n%s</ul>\n</li>\n"
                .formatted(right, question.lesson().number(), wrong);
    }

    /** Keeps a number and its unit on one line. */
    static String markup(String text) {
        return SafeText.markup(text).replaceAll("(\\d) (s|ms)\\b", "$1&nbsp;$2");
    }

    private static char letter(int choice) {
        return (char) ('a' + choice);
    }
}

package interleave.course.teaching;

import static java.util.stream.Collectors.joining;

import interleave.bench.Comparison;
import interleave.bench.Results;
import interleave.course.teaching.ClaimCounts.ClaimCount;
import interleave.recorder.layout.SafeText;
import java.util.List;

/** The results of a class on one page: students, claims by exercise, questions by lesson, levels, and benchmarks. */
record ClassPage(ClassReport report) {

    HtmlPage page() {
        String body = "<h1>Results of the class</h1>\n" + notes() + students() + exercises() + quizzes() + levels()
                + benchmarks();
        return new HtmlPage("Results of the class", Comparison.styleSheet() + HtmlPage.resource("class.css"), body);
    }

    private String notes() {
        return report.results().notes().stream()
                .map(note -> "<p class=\"remarks\">" + SafeText.markup(note) + "</p>\n")
                .collect(joining());
    }

    private String students() {
        List<List<String>> rows = report.rows();
        return "<section id=\"students\">\n<h2>Students</h2>\n"
                + table(
                        rows.getFirst(),
                        rows.stream().skip(1).map(ClassPage::row).toList())
                + "</section>\n";
    }

    private String exercises() {
        return report.claims().stream().map(ClassPage::exercise).collect(joining());
    }

    private static String exercise(ClaimCounts exercise) {
        return "<section>\n<h2>%s</h2>\n<p>Solved by %d of %d students who have run its check.</p>\n"
                        .formatted(SafeText.markup(exercise.exercise()), exercise.done(), exercise.checked())
                + table(
                        List.of("claim", "pass", "fail", "most common message"),
                        exercise.claims().stream()
                                .map(claim -> row(List.of(
                                        claim.claim(), String.valueOf(claim.passed()), failed(claim), claim.example())))
                                .toList())
                + "</section>\n";
    }

    private static String failed(ClaimCount claim) {
        return claim.failed() == 0 ? "" : String.valueOf(claim.failed());
    }

    private String quizzes() {
        return report.questions().stream()
                .map(QuestionCount::lesson)
                .distinct()
                .map(lesson -> "<section>\n<h2>Quiz of %s, first answers</h2>\n".formatted(SafeText.markup(lesson))
                        + table(
                                List.of("question", "right", "answered", "most common wrong answer"),
                                report.questions().stream()
                                        .filter(question -> question.lesson().equals(lesson))
                                        .map(ClassPage::question)
                                        .toList())
                        + "</section>\n")
                .collect(joining());
    }

    private static String question(QuestionCount question) {
        return row(List.of(
                question.question(),
                String.valueOf(question.right()),
                String.valueOf(question.answered()),
                question.commonestMistake()
                        .map(mistake -> mistake + " (" + question.mistaken() + ")")
                        .orElse("")));
    }

    private String levels() {
        return report.levels().isEmpty()
                ? ""
                : "<section>\n<h2>Levels of the game</h2>\n"
                        + table(
                                List.of("level", "won by", "lesson"),
                                report.levels().stream()
                                        .map(count -> row(List.of(
                                                count.level().simpleName(),
                                                String.valueOf(count.won()),
                                                count.level().lesson())))
                                        .toList())
                        + "</section>\n";
    }

    private String benchmarks() {
        List<Results> measured = report.results().benchmarks();
        return measured.isEmpty()
                ? ""
                : "<h1>Benchmarks</h1>\n"
                        + new Comparison(measured, measured.getFirst().course()).charts();
    }

    private static String table(List<String> heads, List<String> rows) {
        return "<table>\n<thead><tr>"
                + heads.stream()
                        .map(head -> "<th scope=\"col\">" + SafeText.markup(head) + "</th>")
                        .collect(joining())
                + "</tr></thead>\n<tbody>\n" + String.join("", rows) + "</tbody>\n</table>\n";
    }

    private static String row(List<String> cells) {
        return "<tr>"
                + cells.stream()
                        .map(cell -> "<td>" + SafeText.markup(cell) + "</td>")
                        .collect(joining()) + "</tr>\n";
    }
}

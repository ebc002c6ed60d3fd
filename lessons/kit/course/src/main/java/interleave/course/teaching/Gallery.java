package interleave.course.teaching;

import static java.util.stream.Collectors.joining;

import interleave.practice.exercises.Exercise;
import interleave.practice.exercises.Exercise.WrongAnswer;
import interleave.practice.judging.Verdict;
import interleave.recorder.layout.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/**
 * The typical wrong answers of a lesson. Its page shows the picture of each answer first; the code and the explanation
 * are folded, so that a class can find the mistake.
 */
record Gallery(String lesson, List<Exhibit> exhibits) {

    /** A wrong answer and what the check says about it. */
    record Exhibit(Exercise exercise, WrongAnswer answer, Verdict verdict) {

        /** The name of the bug, such as {@code Join inside the start loop}. */
        String title() {
            String words = answer.name().replace('-', ' ');
            return Character.toUpperCase(words.charAt(0)) + words.substring(1);
        }
    }

    HtmlPage page() throws IOException {
        var body = new StringBuilder("<h1>%s: what went wrong?</h1>\n".formatted(SafeText.markup(lesson)))
                .append("<p>Each picture shows a wrong answer (Yours) above the solution (Expected). Find the"
                        + " mistake. Then unfold the code and the explanation.</p>\n");
        Exercise shown = null;
        int number = 1;
        for (Exhibit exhibit : exhibits) {
            if (!exhibit.exercise().equals(shown)) {
                shown = exhibit.exercise();
                body.append("<h2>%s</h2>\n<p>%s</p>\n"
                        .formatted(SafeText.markup(shown.simpleName()), SafeText.markup(shown.task())));
            }
            body.append(article(number++, exhibit));
        }
        return new HtmlPage("Gallery: " + lesson, HtmlPage.resource("gallery.css"), body.toString());
    }

    private static String article(int number, Exhibit exhibit) throws IOException {
        Verdict verdict = exhibit.verdict();
        return """
            <article>
            <h3>%d</h3>
            <pre class="picture">%s</pre>
            <details><summary>The code</summary><pre>%s</pre></details>
            <details><summary>The explanation</summary>
            <p><b>%s.</b> %s</p>
            %s<p>%s</p>
            </details>
            </article>
            """.formatted(
                        number,
                        picture(verdict),
                        code(exhibit),
                        SafeText.markup(exhibit.title()),
                        SafeText.markup(verdict.problem()),
                        verdict.shown().isEmpty() ? "" : "<pre>" + markup(verdict.shown().stream()) + "</pre>\n",
                        SafeText.markup(verdict.advice()));
    }

    /** The timeline of the run, or a note if the check did not run the code. */
    private static String picture(Verdict verdict) {
        return verdict.picture().isEmpty()
                ? "(no picture: the check found the mistake without running the code)"
                : markup(verdict.picture().stripTrailing().lines().dropWhile(String::isBlank));
    }

    /** The file from the Javadoc of its class on, without the build comments and imports. */
    private static String code(Exhibit exhibit) throws IOException {
        try (Stream<String> lines = Files.lines(exhibit.answer().file())) {
            return markup(lines.dropWhile(line -> !line.startsWith("/**") && !line.contains("class ")));
        }
    }

    private static String markup(Stream<String> lines) {
        return lines.map(SafeText::markup).collect(joining("\n"));
    }
}

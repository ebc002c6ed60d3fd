package interleave.course.teaching;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.course.lessons.Course;
import interleave.course.lessons.Exam;
import interleave.testbrowser.TestBrowser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exam, printed by a real browser. */
@Tag("slow")
class ExamPaperBrowserTest {
    private static final Pattern PAGE_OF_PDF = Pattern.compile("/Type\\s*/Page\\b");

    private static final Course COURSE =
            Course.at(Path.of("../../..").toAbsolutePath().normalize());

    @TempDir
    private Path folder;

    @Test
    void questionsFitOnTwoSheets() throws Exception {
        String questions = new ExamPaper(Exam.of(COURSE)).questions().text();

        assertThat(printedPages(questions)).isEqualTo(2);
    }

    @Test
    void longerExamNeedsMoreSheets() throws Exception {
        Exam exam = Exam.of(COURSE);
        var twice = new Exam(Stream.concat(exam.questions().stream(), exam.questions().stream())
                .toList());

        assertThat(printedPages(new ExamPaper(twice).questions().text())).isEqualTo(4);
    }

    private long printedPages(String page) throws Exception {
        Path html = Files.writeString(folder.resolve("exam.html"), page);
        String pdf;
        try (var browser = TestBrowser.start()) {
            browser.driver().get(html.toUri().toString());
            pdf = String.valueOf(browser.driver()
                    .executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true))
                    .get("data"));
        }
        return PAGE_OF_PDF
                .matcher(new String(Base64.getDecoder().decode(pdf), StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }
}

package interleave.course.teaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import interleave.course.lessons.Course;
import interleave.course.lessons.Exam;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exam, printed by a real browser. */
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
        Path pdf = folder.resolve("exam.pdf");
        Process printing = new ProcessBuilder(
                        browser().toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--no-pdf-header-footer",
                        "--print-to-pdf=" + pdf,
                        html.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("browser.log").toFile())
                .start();
        assertThat(printing.waitFor()).isZero();
        return PAGE_OF_PDF
                .matcher(Files.readString(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }

    private static File browser() {
        Optional<File> found = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> List.of("chromium", "google-chrome", "chromium-browser").stream()
                        .map(name -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
        assumeThat(found).as("no browser found: apt-get install chromium").isPresent();
        return found.orElseThrow();
    }
}

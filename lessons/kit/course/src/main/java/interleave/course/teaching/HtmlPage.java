package interleave.course.teaching;

import interleave.course.lessons.Course;
import interleave.course.terminal.TypedCommand;
import interleave.recorder.layout.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A self-contained HTML page: it loads nothing from the network.
 *
 * @param title plain text
 * @param style CSS
 * @param body HTML
 */
record HtmlPage(String title, String style, String body) {

    /** Writes the page into the folder {@code target} of the course. */
    Path writeAs(String file) throws IOException {
        Path written = Course.homeFolder().resolve("target").resolve(file);
        Files.createDirectories(written.getParent());
        return Files.writeString(written, text());
    }

    String text() {
        return TypedCommand.inPage("""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>%s</title>
            <style>
            %s</style>
            </head>
            <body>
            %s</body>
            </html>
            """.formatted(SafeText.markup(title), style, body));
    }

    /** The content of a file beside this class, such as {@code exam.css}. */
    static String resource(String resource) {
        try (InputStream stream = HtmlPage.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is not in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

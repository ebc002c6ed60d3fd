package interleave.course.teaching;

import static java.util.stream.Collectors.joining;

import interleave.course.lessons.Lesson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** The README of a lesson as a page that can be presented: a section for each heading, and the notes for teachers. */
record LessonPage(Lesson lesson) {
    private static final List<String> SCRIPTS = List.of("pictures.js", "paginate.js", "present.js");
    private static final String NOTES = "For teachers";
    /** The length of the longest code that is never broken, in characters. It fits on one line of a phone. */
    private static final int LONGEST_UNBROKEN = 24;

    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());

    HtmlPage page() throws IOException {
        HtmlRenderer html = HtmlRenderer.builder()
                .extensions(TABLES)
                .attributeProviderFactory(context -> attributes())
                .build();
        var sections = new StringBuilder();
        var notes = new StringBuilder();
        StringBuilder current = sections;
        for (Node block = readme().getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading heading) {
                current = isForTeachers(heading) ? notes : sections;
                current.append(current.isEmpty() ? "<section>\n" : "</section>\n<section>\n");
            }
            if (!(block instanceof HtmlBlock)) { // comments for authors
                current.append(html.render(block));
            }
        }
        String body = """
            <p id="help">Press <kbd>p</kbd> to present: slides in this window, notes for teachers in a second one.</p>
            <p id="message" role="alert" hidden></p>
            <main>
            %s</section>
            </main>
            <template id="notes">%s</section></template>
            <script>
            %s</script>
            """.formatted(
                sections, notes, SCRIPTS.stream().map(HtmlPage::resource).collect(joining("\n")));
        return new HtmlPage(
                lesson.number() + " " + lesson.title(),
                HtmlPage.resource("lesson.css") + HtmlPage.resource("slides.css"),
                body);
    }

    private Node readme() throws IOException {
        String text = Files.readString(lesson.folder().resolve("README.md"));
        return Parser.builder().extensions(TABLES).build().parse(text);
    }

    private static boolean isForTeachers(Heading heading) {
        return TextContentRenderer.builder().build().render(heading).equals(NOTES);
    }

    /** Embeds the pictures in the page, makes relative links absolute, and marks short code to keep it on one line. */
    private AttributeProvider attributes() {
        return (node, tag, attributes) -> {
            if (node instanceof Code code && code.getLiteral().length() <= LONGEST_UNBROKEN) {
                attributes.put("class", "short");
            } else if (tag.equals("img")) {
                attributes.computeIfPresent(
                        "src", (key, file) -> content(lesson.folder().resolve(file)));
            } else if (tag.equals("a")) {
                attributes.computeIfPresent("href", (key, target) -> absolute(target));
            }
        };
    }

    private String absolute(String target) {
        return lesson.folder().toUri().resolve(URI.create(target)).toString();
    }

    private static String content(Path picture) {
        try {
            return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(picture));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

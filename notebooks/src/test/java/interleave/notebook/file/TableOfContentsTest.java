package interleave.notebook.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notebooks are named like their lessons, and both tables of contents list every one of them. */
class TableOfContentsTest {
    private static final Path LESSONS = CourseNotebooks.FOLDER.resolve("../lessons");
    /** Number 00 and the numbers from 90 belong to no lesson. */
    private static final Pattern BELONGS_TO_NO_LESSON = Pattern.compile("(00|9\\d)-[a-z-]+");

    private static final Pattern TITLE = Pattern.compile("^# (.+)$", Pattern.MULTILINE);
    private static final Pattern MINUTES = Pattern.compile("^\\*(\\d+) minutes\\.", Pattern.MULTILINE);
    private static final Pattern ROW =
            Pattern.compile("^(\\| \\[.+]\\(.+\\.ipynb\\) \\| \\d+ \\|) .+ \\|$", Pattern.MULTILINE);

    static List<String> notebooks() throws IOException {
        return CourseNotebooks.names();
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void numberAndNameMatchALesson(String notebook) {
        String name = withoutExtension(notebook);

        assertThat(BELONGS_TO_NO_LESSON.matcher(name).matches() || Files.exists(LESSONS.resolve(name + "/lesson.yaml")))
                .as("%s has the number and name of a folder in lessons, or the number 00 or 90 to 99", notebook)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void titleMatchesFileName(String notebook) throws IOException {
        assertThat(title(notebook).toLowerCase(Locale.ROOT).replace(' ', '-')).isEqualTo(withoutExtension(notebook));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "00-start-here.ipynb"})
    void tableListsEveryNotebookWithTitleAndMinutes(String file) throws IOException {
        var expected = new ArrayList<String>();
        for (String notebook : notebooks()) {
            expected.add("| [" + title(notebook) + "](" + notebook + ") | " + minutes(notebook) + " |");
        }

        assertThat(ROW.matcher(markdown(file)).results().map(row -> row.group(1)))
                .as("the table of contents in notebooks/%s", file)
                .containsExactlyElementsOf(expected);
    }

    @Test
    void bothTablesHaveTheSameDescriptions() throws IOException {
        assertThat(rows("00-start-here.ipynb")).isEqualTo(rows("README.md"));
    }

    private static List<String> rows(String file) throws IOException {
        return ROW.matcher(markdown(file)).results().map(row -> row.group()).toList();
    }

    private static String withoutExtension(String notebook) {
        return notebook.replaceFirst("\\.ipynb$", "");
    }

    private static String title(String notebook) throws IOException {
        return first(TITLE, notebook);
    }

    private static String minutes(String notebook) throws IOException {
        return first(MINUTES, notebook);
    }

    private static String first(Pattern pattern, String file) throws IOException {
        Matcher matcher = pattern.matcher(markdown(file));
        assertThat(matcher.find()).as("%s contains %s", file, pattern).isTrue();
        return matcher.group(1);
    }

    /** A Markdown file, or the Markdown cells of a notebook. */
    private static String markdown(String file) throws IOException {
        String text = Files.readString(CourseNotebooks.FOLDER.resolve(file));
        return file.endsWith(".md")
                ? text
                : JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("cells").asList().stream()
                        .map(JsonElement::getAsJsonObject)
                        .filter(cell -> cell.get("cell_type").getAsString().equals("markdown"))
                        .map(TableOfContentsTest::source)
                        .collect(Collectors.joining("\n\n"));
    }

    private static String source(JsonObject cell) {
        return cell.getAsJsonArray("source").asList().stream()
                .map(JsonElement::getAsString)
                .collect(Collectors.joining());
    }
}

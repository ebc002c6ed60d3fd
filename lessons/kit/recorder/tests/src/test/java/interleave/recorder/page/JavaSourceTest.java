package interleave.recorder.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JavaSourceTest {

    @Test
    void coloursKeywordsStringsAndComments() {
        assertThat(JavaSource.html("return \"if\"; // for\n", ""))
                .contains(
                        "<i class=\"keyword\">return</i>",
                        "<i class=\"string\">&quot;if&quot;</i>",
                        "<i class=\"comment\">// for</i>")
                .doesNotContain("<i class=\"keyword\">if");
    }

    @Test
    void closesElementsAtEndOfLine() {
        assertThat(JavaSource.html("/* one\n two */ int i;\n", ""))
                .contains(
                        "data-line=\"1\"><i class=\"comment\">/* one</i></span>",
                        "data-line=\"2\"><i class=\"comment\"> two */</i> <i class=\"keyword\">int</i>");
    }

    @Test
    void highlightsLinesThatOtherVersionLacks() {
        assertThat(JavaSource.added(List.of("a", "b", "  c"), List.of("a", "x", "c", "y")))
                .containsExactlyInAnyOrder(1, 3);
        assertThat(JavaSource.html("a();\nb();\n", "a();\n"))
                .contains(
                        "<span class=\"line\" style=\"--in:0\" data-line=\"1\">a",
                        "<span class=\"line new\" style=\"--in:0\" data-line=\"2\">b");
    }

    @Test
    void doesNotHighlightClassName() {
        assertThat(JavaSource.html(
                        "/** Other words. */\nfinal class B {\n    b();\n}\n", "/** Words. */\nfinal class A {\n}\n"))
                .containsOnlyOnce("line new")
                .contains("line new\" style=\"--in:4\" data-line=\"3\"");
    }

    @Test
    void highlightsNothingInFirstVersion() {
        assertThat(JavaSource.html("a();\n", "")).doesNotContain("new");
    }

    @Test
    void omitsImportsAndKeepsLineNumbers() {
        assertThat(JavaSource.html("package p;\n\nimport q.R;\n\nclass C {}\n", ""))
                .startsWith("<span class=\"line\" style=\"--in:0\" data-line=\"5\">");
    }

    @Test
    void recordsIndentationOfLine() {
        assertThat(JavaSource.html("class C {\n    int i;\n}\n", ""))
                .contains("style=\"--in:4\" data-line=\"2\">    <i");
    }

    @Test
    void escapesCode() {
        assertThat(JavaSource.html("String s = \"</script><b>\"; a < b && c\n", ""))
                .doesNotContain("</script>", "<b>")
                .contains("a &lt; b &amp;&amp; c");
    }
}

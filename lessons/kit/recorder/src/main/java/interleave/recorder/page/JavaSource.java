package interleave.recorder.page;

import interleave.recorder.layout.SafeText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Java code as HTML, one element per line, with syntax colours. Lines that are not in another version are highlighted.
 */
final class JavaSource {

    private static final Pattern TOKEN = Pattern.compile("(?<comment>//[^\n"
        + "]*|/\\*[\\s\\S]*?\\*/)|(?<string>\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n"
        + "])*\"|'(?:\\\\.|[^'\\\\\n"
        + "])*')|(?<annotation>@(?!interface)\\w+)"
        + "|\\b(?<keyword>abstract|assert|boolean|break|byte|case|catch|char|class|continue|default|do|double|else"
        + "|enum|extends|final|finally|float|for|if|implements|import|instanceof|int|interface|long|new|null|package"
        + "|permits|private|protected|public|record|return|sealed|short|static|super|switch|synchronized|this|throw"
        + "|throws|transient|true|false|try|var|void|volatile|while|yield)\\b|\\b(?<number>\\d[\\w.]*)\\b");
    private static final Pattern TYPE =
            Pattern.compile("^(public |final |abstract |sealed )*(class|record|interface|enum) \\w");
    private static final List<String> KINDS = List.of("comment", "string", "annotation", "keyword", "number");

    private JavaSource() {}

    /**
     * The lines of {@code code} after its imports, each as an element with its line number.
     *
     * @param before the code to compare with; empty for none, and then no line is highlighted
     */
    static String html(String code, String before) {
        List<String> lines = code.lines().toList();
        List<String> coloured = coloured(code).lines().toList();
        Set<Integer> added = before.isBlank() ? Set.of() : added(before.lines().toList(), lines);
        int head = classLine(lines);
        var html = new StringBuilder();
        for (int i = afterImports(lines); i < lines.size(); i++) {
            boolean marked = added.contains(i) && !lines.get(i).isBlank() && i > head;
            html.append("<span class=\"line")
                    .append(marked ? " new" : "")
                    .append("\" style=\"--in:")
                    .append(indent(lines.get(i)))
                    .append("\" data-line=\"")
                    .append(i + 1)
                    .append("\">")
                    .append(coloured.get(i))
                    .append("</span>");
        }
        return html.toString();
    }

    /** The index of the class header, up to which no line is highlighted; -1 if there is none. */
    private static int classLine(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (TYPE.matcher(lines.get(i)).find()) {
                return i;
            }
        }
        return -1;
    }

    /** The first line after the imports. */
    private static int afterImports(List<String> lines) {
        int first = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("import ") || lines.get(i).startsWith("package ")) {
                first = i + 1;
            }
        }
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        return first;
    }

    /** The indentation, which the style sheet increases for the rest of a wrapped line. */
    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** Wraps each token in an element. An element that contains line ends is split. */
    private static String coloured(String code) {
        var html = new StringBuilder();
        Matcher token = TOKEN.matcher(code);
        int from = 0;
        while (token.find()) {
            html.append(escaped(code.substring(from, token.start())));
            String kind = KINDS.stream()
                    .filter(each -> token.group(each) != null)
                    .findFirst()
                    .orElse("");
            String open = "<i class=\"" + kind + "\">";
            html.append(open)
                    .append(escaped(token.group()).replace("\n", "</i>\n" + open))
                    .append("</i>");
            from = token.end();
        }
        return html.append(escaped(code.substring(from))).toString();
    }

    private static String escaped(String code) {
        return String.join("\n", code.lines().map(SafeText::markup).toList()) + (code.endsWith("\n") ? "\n" : "");
    }

    /** The indexes of the lines that are not in the longest common subsequence with {@code before}. */
    static Set<Integer> added(List<String> before, List<String> after) {
        List<String> old = before.stream().map(String::strip).toList();
        List<String> now = after.stream().map(String::strip).toList();
        var common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        var added = new ArrayList<Integer>();
        int i = 0;
        for (int j = 0; j < now.size(); ) {
            if (i < old.size() && old.get(i).equals(now.get(j))) {
                i++;
                j++;
            } else if (i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                i++;
            } else {
                added.add(j++);
            }
        }
        return new HashSet<>(added);
    }
}

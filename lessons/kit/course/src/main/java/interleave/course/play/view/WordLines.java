package interleave.course.play.view;

import java.util.ArrayList;
import java.util.List;

/** Texts and lists, broken into lines. */
final class WordLines {
    private WordLines() {}

    /** Lines of at most this width, broken between words. All lines have the indent of the text. */
    static List<String> of(String text, int width) {
        String indent = " ".repeat(text.length() - text.stripLeading().length());
        return of(List.of(text.strip().split(" ")), " ", indent, width);
    }

    /** Lines of at most this width, broken between items. The first line begins with the lead. */
    static List<String> of(String lead, List<String> items, String between, int width) {
        List<String> lines = of(items, between, " ".repeat(lead.length()), width);
        lines.set(0, lead + lines.getFirst().strip());
        return lines;
    }

    private static List<String> of(List<String> items, String between, String indent, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(indent);
        for (String item : items) {
            boolean isFirst = line.length() == indent.length();
            if (!isFirst
                    && line.length()
                                    + (between + item + between).stripTrailing().length()
                            > width) {
                lines.add((line + between).stripTrailing());
                line.setLength(indent.length());
                isFirst = true;
            }
            line.append(isFirst ? "" : between).append(item);
        }
        lines.add(line.toString());
        return lines;
    }
}

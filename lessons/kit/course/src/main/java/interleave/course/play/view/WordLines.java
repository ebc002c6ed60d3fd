package interleave.course.play.view;

import java.util.ArrayList;
import java.util.List;

/** A text, broken into lines between words. */
final class WordLines {
    private WordLines() {}

    /** Lines of at most this width. All lines have the indent of the text. */
    static List<String> of(String text, int width) {
        String indent = " ".repeat(text.length() - text.stripLeading().length());
        var lines = new ArrayList<String>();
        var line = new StringBuilder(indent);
        for (String word : text.strip().split(" ")) {
            boolean isFirst = line.length() == indent.length();
            if (!isFirst && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(indent.length());
                isFirst = true;
            }
            line.append(isFirst ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}

package interleave.bench;

import java.util.ArrayList;
import java.util.List;

/** Breaks text at its spaces. */
final class Wrapping {
    private Wrapping() {}

    /**
     * The lines of a text.
     *
     * @param lead in front of the first line; the others are indented as far
     */
    static List<String> lines(String lead, String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(lead);
        boolean empty = true;
        for (String word : text.split(" ")) {
            if (!empty && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(lead.length()));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }
}

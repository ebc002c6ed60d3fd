package interleave.course;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the course writes for a student to read: wraps to a width, and emphasises where the terminal can.
 *
 * @param width in columns
 * @param colour whether escape sequences may be written
 */
record Screen(PrintStream out, int width, boolean colour) {
    static final int DEFAULT_WIDTH = 80;
    static final int MINIMUM_WIDTH = 40;

    private static final String BOLD = "\033[1m";
    private static final String CLEAR = "\033[2J\033[H";
    private static final String PLAIN = "\033[0m";

    /** Begins a new page, where there is a terminal in colours; elsewhere nothing is cleared. */
    void clear() {
        if (colour) {
            out.print(CLEAR);
            out.flush();
        }
    }

    /** Whether more than ASCII can be shown. */
    boolean unicode() {
        Charset charset = out.charset();
        return charset.equals(StandardCharsets.UTF_8) || charset.name().startsWith("UTF");
    }

    void title(String text) {
        out.println(bold(text));
    }

    /** A title with something at the right edge of the same line, when there is room. */
    void title(String text, String atTheRight) {
        int gap = width - text.length() - atTheRight.length();
        out.println(gap < 2 ? bold(text) : bold(text) + " ".repeat(gap) + atTheRight);
    }

    void line() {
        out.println();
    }

    void line(String text) {
        out.println(text);
    }

    void paragraph(String text) {
        wrapped(text, width).forEach(out::println);
    }

    /** A text behind {@code lead}, its further lines set in as far. */
    void item(String lead, String text) {
        List<String> lines = wrapped(text, Math.max(20, width - lead.length()));
        out.println(lead + lines.getFirst());
        lines.stream().skip(1).forEach(line -> out.println(" ".repeat(lead.length()) + line));
    }

    String bold(String text) {
        return colour ? BOLD + text + PLAIN : text;
    }

    private static List<String> wrapped(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}

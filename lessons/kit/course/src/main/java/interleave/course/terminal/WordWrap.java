package interleave.course.terminal;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Breaks lines between words, for programs that do not know the width of the terminal. */
public final class WordWrap extends OutputStream {
    private static final Pattern COLOUR = Pattern.compile("\033\\[[0-9;]*m");

    private final PrintStream out;
    private final int width;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private WordWrap(PrintStream out, int width) {
        this.out = out;
        this.width = width;
    }

    /** Prints whole lines to {@code out}, at most {@code width} characters wide unless a word is longer. */
    public static PrintStream of(PrintStream out, int width) {
        return new PrintStream(new WordWrap(out, width), true, out.charset());
    }

    @Override
    public synchronized void write(int oneByte) {
        if (oneByte == '\n') {
            wrappedLine(line.toString(out.charset()), width).forEach(out::println);
            line.reset();
        } else {
            line.write(oneByte);
        }
    }

    private static List<String> wrappedLine(String text, int width) {
        var lines = new ArrayList<String>();
        int indent = text.length() - text.stripLeading().length();
        String rest = text;
        while (columns(rest) > width) {
            int space = lastSpace(rest, indent, width + rest.length() - columns(rest));
            if (space < 0) {
                break; // one long word, such as an address
            }
            lines.add(rest.substring(0, space).stripTrailing());
            rest = " ".repeat(indent) + rest.substring(space).strip();
        }
        lines.add(rest);
        return lines;
    }

    /** Colours take no room. */
    private static int columns(String text) {
        return COLOUR.matcher(text).replaceAll("").length();
    }

    /** The last space within the width, or the first one behind it. */
    private static int lastSpace(String text, int indent, int width) {
        int space = text.lastIndexOf(' ', width);
        return space > indent ? space : text.indexOf(' ', Math.max(indent, width));
    }
}

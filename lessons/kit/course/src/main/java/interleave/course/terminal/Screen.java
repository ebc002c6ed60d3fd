package interleave.course.terminal;

import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The output of the course: wraps lines to a width, and prints titles in bold where the terminal can.
 *
 * @param width in columns
 * @param colour whether escape sequences may be written
 */
public record Screen(PrintStream out, int width, boolean colour) {
    public static final int DEFAULT_WIDTH = 80;
    public static final int MINIMUM_WIDTH = 40;

    /** The columns of the terminal; the launcher sets it when there is a terminal. */
    private static final String WIDTH = "interleave.width";

    private static final String BOLD = "\033[1m";
    private static final String CLEAR = "\033[2J\033[H";
    private static final String PLAIN = "\033[0m";

    /** Standard output, without colours, in the terminal's width. */
    public static Screen plain() {
        return new Screen(System.out, columns(), false);
    }

    /** Standard output, in colours where they can be shown. */
    public static Screen ofTheTerminal() {
        return new Screen(System.out, columns(), canShowColours());
    }

    /** The columns of the terminal, or {@link #DEFAULT_WIDTH} when they are not known. */
    public static int columns() {
        return Integer.getInteger(WIDTH, DEFAULT_WIDTH);
    }

    /** Whether standard output is a terminal. Without the launcher, as on Windows, the JVM decides. */
    public static boolean isTerminal() {
        Console console = System.console();
        return System.getProperty(WIDTH) != null || (console != null && console.isTerminal());
    }

    /** Whether a person can be asked: both input and output are a terminal, and this is no build. */
    public static boolean canAsk() {
        Console console = System.console();
        return console != null && console.isTerminal() && System.getenv("CI") == null;
    }

    /** Whether standard output is a terminal with colours, and they are not switched off. */
    public static boolean canShowColours() {
        return isTerminal() && System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
    }

    /** Clears a terminal with colours; does nothing elsewhere. */
    public void clear() {
        if (colour) {
            out.print(CLEAR);
            out.flush();
        }
    }

    /** Whether more than ASCII can be shown. */
    public boolean unicode() {
        Charset charset = out.charset();
        return charset.equals(StandardCharsets.UTF_8) || charset.name().startsWith("UTF");
    }

    public void title(String text) {
        out.println(bold(TypedCommand.in(text)));
    }

    /** A title with something at the right edge of the same line, when there is room. */
    public void title(String text, String atTheRight) {
        String title = TypedCommand.in(text);
        int gap = width - title.length() - atTheRight.length();
        out.println(gap < 2 ? bold(title) : bold(title) + " ".repeat(gap) + atTheRight);
    }

    public void line() {
        out.println();
    }

    public void line(String text) {
        out.println(TypedCommand.in(text));
    }

    /** A text that an answer is typed after, on the same line. */
    public void prompt(String text) {
        out.print(TypedCommand.in(text));
        out.flush();
    }

    public void paragraph(String text) {
        wrapped(text, width).forEach(out::println);
    }

    /** A text after {@code lead}, with a hanging indent. */
    public void item(String lead, String text) {
        List<String> lines = wrapped(text, Math.max(20, width - lead.length()));
        out.println(TypedCommand.in(lead) + lines.getFirst());
        lines.stream().skip(1).forEach(line -> out.println(" ".repeat(lead.length()) + line));
    }

    public String bold(String text) {
        return colour ? BOLD + text + PLAIN : text;
    }

    private static List<String> wrapped(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : TypedCommand.in(text.strip()).split("\\s+")) {
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

package interleave.course.terminal;

import java.io.File;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The command with which the course was started. Messages contain {@code ./lesson}; before they are printed, this class
 * replaces it with the command that the student typed.
 */
public final class TypedCommand {
    private static final String IN_TEXTS = "./lesson";
    /** The name by which the launcher was called. */
    private static final String LAUNCHER = "interleave.command";

    private static final String JAR = "course.jar";
    private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[\\p{L}\\p{N}_./\\\\:~+,=@-]+");

    private static final Pattern IN_QUOTES = Pattern.compile("'(\\./lesson[^']*)'");

    private TypedCommand() {}

    /** A text with the command that was typed. A command that contains quotes gets no quotes around it. */
    public static String in(String text) {
        if (!text.contains(IN_TEXTS)) {
            return text;
        }
        String typed = typed();
        String bare = typed.contains("'") ? IN_QUOTES.matcher(text).replaceAll("$1") : text;
        return bare.replace(IN_TEXTS, typed);
    }

    /** The HTML of a page, in which the command that was typed replaces {@code ./lesson}. */
    public static String inPage(String html) {
        return html.replace(IN_TEXTS, typed().replace("&", "&amp;").replace("<", "&lt;"));
    }

    /** A writer that prints texts with the command that was typed. */
    public static PrintWriter writer(OutputStream out, Charset charset) {
        return new PrintWriter(new OutputStreamWriter(out, charset), true) {
            @Override
            public void write(String text) {
                super.write(in(text));
            }
        };
    }

    private static String typed() {
        return typed(
                Optional.ofNullable(System.getProperty(LAUNCHER)),
                System.getProperty("java.class.path"),
                File.separatorChar == '\\');
    }

    /** What to type again in the same working folder. */
    static String typed(Optional<String> launcher, String classPath, boolean windows) {
        if (launcher.isPresent()) {
            return quoted(launcher.get(), windows);
        }
        return classPath.endsWith(JAR) && !classPath.contains(File.pathSeparator)
                ? "java -jar " + quoted(classPath, windows)
                : IN_TEXTS;
    }

    private static String quoted(String path, boolean windows) {
        if (NEEDS_NO_QUOTES.matcher(path).matches()) {
            return path;
        }
        return windows ? '"' + path + '"' : "'" + path.replace("'", "'\\''") + "'";
    }
}

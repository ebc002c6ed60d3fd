package interleave.course.running;

import interleave.course.terminal.TypedCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The options of a run, as a student typed them.
 *
 * @param only the chosen versions; empty for all
 * @param arguments for the versions
 */
public record RunOptions(String lesson, boolean instant, List<String> only, List<String> arguments) {

    private static final Pattern PLAIN = Pattern.compile("[\\w./:@%+=,-]+");
    /** In an address such as {@code postgresql://me:secret@host/test}: a page is shown to others. */
    private static final Pattern PASSWORD = Pattern.compile("(://[^/:@]*):[^/@]*@");

    private static final int LONGEST_NAME = 80;

    /** The command that repeats the run, without passwords. */
    public String command() {
        var words = new ArrayList<>(List.of("./lesson", lesson));
        if (instant) {
            words.add("--instant");
        }
        if (!only.isEmpty()) {
            words.addAll(List.of("--only", quoted(String.join(",", only))));
        }
        if (!arguments.isEmpty()) {
            words.add("--");
            arguments.forEach(argument -> words.add(quoted(withoutPassword(argument))));
        }
        return TypedCommand.in(String.join(" ", words));
    }

    /** The same arguments for one version in real time. */
    RunOptions inRealTime(String version) {
        return new RunOptions(lesson, false, List.of(version), arguments);
    }

    /** How to type other arguments than these. */
    String usage() {
        return "./lesson " + lesson + " -- ... (or without arguments: ./lesson " + lesson + ")";
    }

    /** A file name for the run, without an extension, which depends on the arguments. */
    public String fileName() {
        String words = withoutPassword(String.join("-", arguments));
        String name = (arguments.isEmpty() ? lesson : lesson + "-" + words).replaceAll("[^\\p{Alnum}._]+", "-");
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private static String withoutPassword(String argument) {
        return PASSWORD.matcher(argument).replaceAll("$1:...@");
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}

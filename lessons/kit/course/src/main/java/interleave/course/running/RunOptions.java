package interleave.course.running;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a student typed about a run.
 *
 * @param only the versions asked for; empty for all
 * @param arguments for the versions
 */
public record RunOptions(String lesson, boolean instant, List<String> only, List<String> arguments) {

    private static final Pattern PLAIN = Pattern.compile("[\\w./:@%+=,-]+");
    /** In an address such as {@code postgresql://me:secret@host/test}: a page is shown to others. */
    private static final Pattern PASSWORD = Pattern.compile("(://[^/:@]*):[^/@]*@");

    private static final int LONGEST_NAME = 80;

    /** The command that does the same again; a password in it is left out. */
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
        return String.join(" ", words);
    }

    /** How to type other arguments than these. */
    String usage() {
        return "./lesson " + lesson + " -- ... (or without arguments: ./lesson " + lesson + ")";
    }

    /** For files about the run, without an ending: runs with other arguments get other names. */
    public String fileName() {
        String told = withoutPassword(String.join("-", arguments));
        String name = (arguments.isEmpty() ? lesson : lesson + "-" + told).replaceAll("[^\\p{Alnum}._]+", "-");
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private static String withoutPassword(String argument) {
        return PASSWORD.matcher(argument).replaceAll("$1:...@");
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}

package interleave.course;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What decides what a run of a lesson does, as it was typed.
 *
 * @param only the versions asked for; none stands for all
 * @param arguments for the versions
 */
record Typed(String lesson, boolean instant, List<String> only, List<String> arguments) {

    private static final Pattern PLAIN = Pattern.compile("[\\w./:@%+=,-]+");
    /** In an address such as {@code postgresql://me:secret@host/test}: a page is shown to others. */
    private static final Pattern PASSWORD = Pattern.compile("(://[^/:@]*):[^/@]*@");

    private static final int LONGEST_NAME = 80;

    /** The command that does the same again; a password in it is not told. */
    String command() {
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

    /** For files that tell of it, without an ending: another run's arguments make another name. */
    String fileName() {
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

package debugging;

import java.util.List;
import java.util.regex.Pattern;

/** Compares an output with the one in the page, without what differs from run to run. */
final class Shown {
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z|\\d\\d:\\d\\d:\\d\\d\\.\\d{3} \\(.*?\\)");
    private static final Pattern IDENTITY =
            Pattern.compile("#\\d+|@[0-9a-f]+|0x[0-9a-fA-F]+|\\[\\d+]|javaThreadId = \\d+");
    /** Which of several equal threads does what is a matter of luck. */
    private static final Pattern WORKER = Pattern.compile("(clerk-|resolver-|agent-|customer )\\d+");

    private static final Pattern PROCESS = Pattern.compile("(?m)^\\d+(?=:$| debugging)");
    /** A number that is no line of a source, with its unit. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![.]java:|line: |\\w)\\d[\\d.,]*( (ns|us|ms|s|bytes|kB|MB)\\b)?");

    private Shown() {}

    /** Returns the parts that the output does not contain. */
    static List<String> missing(String output, List<String> parts, boolean numbersVary) {
        String normal = normal(output, numbersVary);
        return parts.stream()
                .map(part -> normal(part, numbersVary))
                .filter(part -> !normal.contains(part))
                .toList();
    }

    private static String normal(String text, boolean numbersVary) {
        String normal = text;
        normal = TIME.matcher(normal).replaceAll("TIME");
        normal = IDENTITY.matcher(normal).replaceAll("ID");
        normal = WORKER.matcher(normal).replaceAll("$1N");
        normal = PROCESS.matcher(normal).replaceAll("PID");
        if (numbersVary) {
            normal = NUMBER.matcher(normal).replaceAll("N");
        }
        return normal.replaceAll("-{3,}", "---")
                .replaceAll("[ \t]+", " ")
                .replaceAll("(?m)^ | $", "")
                .strip();
    }
}

package interleave.course.play.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The source of a program, whose methods are shown. It relies on the format that the build checks: a member of the
 * class is indented by four spaces.
 *
 * @param lines all lines; the first one has the number 1
 */
public record SourceFile(List<String> lines) {
    private static final String MEMBER = " {4}\\w.*";
    private static final String METHOD = MEMBER + "\\{";

    /** A line with its number. */
    public record Line(int number, String text) {}

    public static SourceFile read(Path file) throws IOException {
        return new SourceFile(Files.readAllLines(file));
    }

    /** The comment of the class as text. It is one line long. */
    String description() {
        return lines.stream()
                .filter(line -> line.startsWith("/** "))
                .map(line -> line.replaceAll("^/\\*\\* | \\*/$", "").replaceAll("\\{@\\w+ (\\w+)}", "$1"))
                .findFirst()
                .orElse("");
    }

    /** The class, without the package, the imports and its comment. */
    List<Line> all() {
        int first = numbers(".*\\bclass .*\\{").findFirst().orElse(1);
        return from(first, lines.size());
    }

    /** The method with this line, without the indent of a member. */
    List<Line> methodAt(int number) {
        int first = number;
        while (first > 1 && !lines.get(first - 1).matches(MEMBER)) {
            first--;
        }
        int last = number;
        while (last < lines.size() && !lines.get(last - 1).equals("    }")) {
            last++;
        }
        return from(first, last).stream()
                .map(line -> new Line(line.number(), line.text().replaceFirst("^ {4}", "")))
                .toList();
    }

    /** The method with this name. */
    List<Line> method(String name) {
        return numbers(" {4}\\w.*\\b" + name + "\\(.*\\{")
                .mapToObj(this::methodAt)
                .findFirst()
                .orElse(List.of());
    }

    /** The length of the longest line that a thread can execute, in characters. {@code isBroken} does not count. */
    int widestLineOfMethods() {
        return numbers(METHOD)
                .filter(number -> !lines.get(number - 1).contains(" isBroken("))
                .mapToObj(this::methodAt)
                .flatMap(List::stream)
                .mapToInt(line -> line.text().length())
                .max()
                .orElse(0);
    }

    /** Whether the program starts more threads while it runs. They need space on the screen, too. */
    boolean startsThreads() {
        return lines.stream().anyMatch(line -> line.contains("Executor"));
    }

    private IntStream numbers(String pattern) {
        return IntStream.rangeClosed(1, lines.size())
                .filter(number -> lines.get(number - 1).matches(pattern));
    }

    private List<Line> from(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> new Line(number, lines.get(number - 1)))
                .toList();
    }
}

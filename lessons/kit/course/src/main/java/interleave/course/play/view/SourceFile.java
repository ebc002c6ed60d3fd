package interleave.course.play.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The source of a program, of which the methods are shown. It relies on the format that the build checks: a member of
 * the class is indented by four spaces.
 *
 * @param lines all lines; the first one has the number 1
 */
public record SourceFile(List<String> lines) {
    /** A line with its number. */
    public record Line(int number, String text) {}

    public static SourceFile read(Path file) throws IOException {
        return new SourceFile(Files.readAllLines(file));
    }

    /** The class, without the package and the imports. */
    List<Line> all() {
        return from(firstOfClass(), lines.size());
    }

    /** The method with this line, without the indent of a member. */
    List<Line> methodAt(int number) {
        int first = number;
        while (first > 1 && !beginsMember(lines.get(first - 1))) {
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
        return IntStream.rangeClosed(1, lines.size())
                .filter(number -> lines.get(number - 1).matches(" {4}\\w.*\\b" + name + "\\(.*\\{"))
                .mapToObj(this::methodAt)
                .findFirst()
                .orElse(List.of());
    }

    private static boolean beginsMember(String line) {
        return line.matches(" {4}\\w.*");
    }

    private int firstOfClass() {
        return IntStream.rangeClosed(1, lines.size())
                .filter(number -> lines.get(number - 1).matches("/\\*\\*.*|(final )?class .*"))
                .findFirst()
                .orElse(1);
    }

    private List<Line> from(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> new Line(number, lines.get(number - 1)))
                .toList();
    }
}

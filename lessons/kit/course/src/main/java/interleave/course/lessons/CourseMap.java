package interleave.course.lessons;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of lessons in README.md, which also has the lessons that are not written yet.
 *
 * @param parts the title of a part, by the number of its first lesson: {@code 01} to {@code Part 1: the idea}
 * @param planned the names of lessons without a page, by number
 */
record CourseMap(Map<String, String> parts, Map<String, String> planned) {
    private static final Pattern PART = Pattern.compile("\\| \\| \\*\\*(.+)\\*\\* \\| \\|");
    private static final Pattern LESSON = Pattern.compile("\\| (\\d\\d) \\| (\\[?)([a-z-]+).*");

    /** Reads the map of the course in this folder; it is empty if there is none. */
    static CourseMap of(Path home) {
        var map = new CourseMap(new LinkedHashMap<>(), new LinkedHashMap<>());
        try {
            map.read(Files.readAllLines(home.resolve("README.md")));
        } catch (IOException | UncheckedIOException withoutMap) {
            return new CourseMap(Map.of(), Map.of());
        }
        return map;
    }

    private void read(List<String> lines) {
        Optional<String> part = Optional.empty();
        for (String line : lines) {
            Matcher title = PART.matcher(line);
            Matcher lesson = LESSON.matcher(line);
            if (title.matches()) {
                part = Optional.of(title.group(1));
            } else if (lesson.matches()) {
                part.ifPresent(first -> parts.put(lesson.group(1), first));
                part = Optional.empty();
                if (lesson.group(2).isEmpty()) {
                    planned.put(lesson.group(1), lesson.group(3));
                }
            }
        }
    }

    /** The planned lesson that a student means, such as {@code 07 fetch}. */
    Optional<String> plannedLesson(String typed) {
        return planned.entrySet().stream()
                .filter(lesson -> typed.equals(lesson.getValue())
                        || typed.equals(lesson.getKey() + "-" + lesson.getValue())
                        || typed.matches("0*" + Integer.parseInt(lesson.getKey())))
                .map(lesson -> lesson.getKey() + " " + lesson.getValue())
                .findFirst();
    }
}

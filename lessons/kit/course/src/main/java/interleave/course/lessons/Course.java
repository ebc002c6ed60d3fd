package interleave.course.lessons;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The course as it lies in its folder: the lessons, in the order of their numbers.
 *
 * @param home the folder with {@code lessons} in it
 */
public record Course(Path home, List<Lesson> lessons) {
    private static final Pattern PLANNED = Pattern.compile("\\| (\\d\\d) \\| ([a-z-]+) \\|.*");
    /** The folder of the course; the launcher sets it. */
    private static final String HOME = "interleave.home";

    private static final String LESSON_FOLDER = "\\d\\d-[a-z0-9-]+";

    /** The folder of the course that was started. */
    public static Path homeFolder() {
        return Path.of(System.getProperty(HOME, "")).toAbsolutePath();
    }

    /** The course that was started. */
    public static Course load() {
        return at(homeFolder());
    }

    /**
     * Reads the descriptors of all lessons.
     *
     * @throws CourseException when {@code home} is not the course, or a descriptor is wrong
     */
    public static Course at(Path home) {
        Path lessons = home.resolve("lessons");
        if (!Files.isDirectory(lessons)) {
            throw new CourseException(
                    "There are no lessons in " + home + ".",
                    "Start the course with the script 'lesson' in its own folder.");
        }
        try (Stream<Path> folders = Files.list(lessons)) {
            return new Course(
                    home,
                    folders.filter(folder -> folder.getFileName().toString().matches(LESSON_FOLDER))
                            .map(folder -> folder.resolve(LessonFile.NAME))
                            .filter(Files::exists)
                            .sorted(Comparator.naturalOrder())
                            .map(LessonFile::read)
                            .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The lesson that a student means by {@code greet}, {@code 1}, {@code 01} or {@code 01-greet}, in any case.
     *
     * @throws CourseException when there is none; it names the nearest
     */
    public Lesson find(String asked) {
        return find(asked, "", List.of());
    }

    /**
     * As {@link #find(String)}, with more words that the student could have meant.
     *
     * @param command the words typed before the name
     * @param alsoPossible names of commands or exercises
     * @throws CourseException when there is none; it names the nearest of all
     */
    public Lesson find(String asked, String command, List<String> alsoPossible) {
        String wanted = asked.toLowerCase(Locale.ROOT)
                .replaceFirst("^lessons/", "")
                .replaceFirst("/$", "")
                .replace('_', '-');
        return lessons.stream()
                .filter(lesson -> answersTo(lesson, wanted))
                .findFirst()
                .orElseThrow(() -> unknown(asked, wanted, command, alsoPossible));
    }

    /** A lesson that the map in the README has, and that has no page yet: {@code 07 fetch}. */
    private Optional<String> planned(String wanted) {
        try (Stream<String> lines = Files.lines(home.resolve("README.md"))) {
            return lines.map(PLANNED::matcher)
                    .filter(Matcher::matches)
                    .filter(lesson -> wanted.equals(lesson.group(2))
                            || wanted.equals(lesson.group(1) + "-" + lesson.group(2))
                            || wanted.matches("0*" + Integer.parseInt(lesson.group(1))))
                    .map(lesson -> lesson.group(1) + " " + lesson.group(2))
                    .findFirst();
        } catch (IOException | UncheckedIOException withoutAMap) {
            return Optional.empty();
        }
    }

    private static boolean answersTo(Lesson lesson, String wanted) {
        return wanted.equals(lesson.name())
                || wanted.equals(lesson.folderName())
                || wanted.matches("0*" + Integer.parseInt(lesson.number()));
    }

    private CourseException unknown(String asked, String wanted, String command, List<String> alsoPossible) {
        Optional<String> planned = planned(wanted);
        if (planned.isPresent()) {
            return new CourseException(
                    "Lesson " + planned.get() + " is not written yet.", "'./lesson' lists those that are.");
        }
        String nearest = Spelling.nearest(
                        wanted,
                        Stream.concat(lessons.stream().map(Lesson::name), alsoPossible.stream())
                                .toList())
                .map(name -> "Did you mean '" + command + name + "'? ")
                .orElse("");
        return new CourseException("There is no lesson '" + asked + "'.", nearest + "'./lesson' lists them all.");
    }
}

package interleave.course.lessons;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The course as it lies in its folder: the lessons, in the order of their numbers.
 *
 * @param home the folder with {@code lessons} in it
 */
public record Course(Path home, List<Lesson> lessons) {
    /** The folder of the course; the launcher sets it. */
    private static final String HOME = "interleave.home";

    /** The jar that starts the course, in a bundle and after a build. */
    static final String JAR = "course.jar";

    private static final String LESSONS = "lessons";

    private static final String LESSON_FOLDER = "\\d\\d-[a-z0-9-]+";

    /** The folder of the course that was started: that of the launcher or, without it, the one around the jar. */
    public static Path homeFolder() {
        return Optional.ofNullable(System.getProperty(HOME))
                .map(Path::of)
                .or(() -> folderAround(System.getProperty("java.class.path")))
                .orElse(Path.of(""))
                .toAbsolutePath()
                .normalize();
    }

    /** The nearest folder around the jar of the course that has lessons in it; empty for any other class path. */
    static Optional<Path> folderAround(String classPath) {
        if (!classPath.endsWith(JAR) || classPath.contains(File.pathSeparator)) {
            return Optional.empty();
        }
        return Stream.iterate(Path.of(classPath).toAbsolutePath().getParent(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve(LESSONS)))
                .findFirst();
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
        Path lessons = home.resolve(LESSONS);
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
        String typed = asked.toLowerCase(Locale.ROOT)
                .replaceFirst("^lessons/", "")
                .replaceFirst("/$", "")
                .replace('_', '-');
        return lessons.stream()
                .filter(lesson -> answersTo(lesson, typed))
                .findFirst()
                .orElseThrow(() -> unknown(asked, typed, command, alsoPossible));
    }

    /** The title of the part that begins with this lesson, if one does: {@code Part 1: the idea}. */
    public Optional<String> partBeginningWith(Lesson lesson) {
        return Optional.ofNullable(CourseMap.of(home).parts().get(lesson.number()));
    }

    private static boolean answersTo(Lesson lesson, String typed) {
        return typed.equals(lesson.name())
                || typed.equals(lesson.folderName())
                || typed.matches("0*" + Integer.parseInt(lesson.number()));
    }

    private CourseException unknown(String asked, String typed, String command, List<String> alsoPossible) {
        Optional<String> planned = CourseMap.of(home).plannedLesson(typed);
        if (planned.isPresent()) {
            return new CourseException(
                    "Lesson " + planned.get() + " is not written yet.", "'./lesson' lists those that are.");
        }
        String nearest = Spelling.nearest(
                        typed.replaceFirst("^\\d+-", ""),
                        Stream.concat(lessons.stream().map(Lesson::name), alsoPossible.stream())
                                .toList())
                .map(name -> "Did you mean '" + command + name + "'? ")
                .orElse("");
        return new CourseException("There is no lesson '" + asked + "'.", nearest + "'./lesson' lists them all.");
    }
}

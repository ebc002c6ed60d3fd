package interleave.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The course as it lies in its folder: the lessons, in the order of their numbers.
 *
 * @param home the folder with {@code lessons} in it
 */
record Course(Path home, List<Lesson> lessons) {
    private static final String LESSON_FOLDER = "\\d\\d-[a-z0-9-]+";

    /**
     * Reads the descriptors of all lessons.
     *
     * @throws CourseException when {@code home} is not the course, or a descriptor is wrong
     */
    static Course at(Path home) {
        Path lessons = home.resolve("lessons");
        if (!Files.isDirectory(lessons)) {
            throw new CourseException("There are no lessons in " + home + ".",
                    "Start the course with the script 'lesson' in its own folder.");
        }
        try (Stream<Path> folders = Files.list(lessons)) {
            return new Course(home, folders.filter(folder -> folder.getFileName().toString().matches(LESSON_FOLDER))
                    .map(folder -> folder.resolve(LessonFile.NAME)).filter(Files::exists)
                    .sorted(Comparator.naturalOrder())
                    .map(LessonFile::read).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The lesson that a student means by {@code greet}, {@code 1}, {@code 01} or {@code 01-greet}, in any case.
     *
     * @throws CourseException when there is none; it names the nearest
     */
    Lesson find(String asked) {
        String wanted = asked.toLowerCase(Locale.ROOT).replaceFirst("^lessons/", "").replaceFirst("/$", "").replace('_',
                '-');
        return lessons.stream().filter(lesson -> answersTo(lesson, wanted)).findFirst().orElseThrow(
                () -> unknown(asked, wanted));
    }

    private static boolean answersTo(Lesson lesson, String wanted) {
        return wanted.equals(lesson.name()) || wanted.equals(lesson.folderName())
                || wanted.matches("0*" + Integer.parseInt(lesson.number()));
    }

    private CourseException unknown(String asked, String wanted) {
        String nearest = Spelling.nearest(wanted, lessons.stream().map(Lesson::name).toList())
                .map(name -> "Did you mean './lesson " + name + "'? ").orElse("");
        return new CourseException("There is no lesson '" + asked + "'.", nearest + "'./lesson' lists them all.");
    }
}

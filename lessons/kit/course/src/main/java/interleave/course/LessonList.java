package interleave.course;

import interleave.course.lessons.Course;
import interleave.course.lessons.Lesson;
import interleave.course.terminal.Screen;

/** The list of lessons, and the next command. */
record LessonList(Course course, Screen screen) {

    void print() {
        screen.title("Interleave: concurrency in plain Java");
        screen.line();
        int nameWidth = course.lessons().stream()
                .mapToInt(lesson -> lesson.name().length())
                .max()
                .orElse(0);
        for (Lesson lesson : course.lessons()) {
            String minutes = "%3d min".formatted(lesson.minutes());
            screen.line("  %s  %s  %s  %s"
                    .formatted(
                            lesson.number(), screen.bold(padded(lesson.name(), nameWidth)), minutes, lesson.title()));
        }
        screen.line();
        course.lessons().stream().findFirst().ifPresent(first -> screen.item("Begin: ", "./lesson " + first.name()));
        screen.item("Next:  ", "./lesson next");
        screen.item("More:  ", "./lesson --help");
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}

package interleave.course.path;

import interleave.course.lessons.Course;
import interleave.course.lessons.Lesson;
import interleave.course.terminal.Screen;
import interleave.practice.exercises.Progress;
import java.util.List;

/** The list of lessons by parts, with the student's progress and next step. */
public record LessonList(Course course, Progress progress, Screen screen) {

    public void print() {
        screen.title("Interleave: concurrency in plain Java");
        int nameWidth = course.lessons().stream()
                .mapToInt(lesson -> lesson.name().length())
                .max()
                .orElse(0);
        for (Lesson lesson : course.lessons()) {
            course.partBeginningWith(lesson).ifPresent(part -> {
                screen.line();
                screen.line("  " + part);
            });
            screen.line("  %s  %s  %3d min  %-5s  %s"
                    .formatted(
                            lesson.number(),
                            screen.bold(padded(lesson.name(), nameWidth)),
                            lesson.minutes(),
                            done(lesson),
                            lesson.title())
                    .stripTrailing());
        }
        new NextPage(screen).show(LearningPath.of(course, progress).next());
        screen.line();
        screen.item("More: ", "./lesson --help");
    }

    /** How many steps of the lesson are done: {@code 2/5}; empty for a lesson that was not started. */
    private String done(Lesson lesson) {
        List<Step> steps = LearningPath.stepsOf(lesson);
        long done = steps.stream().filter(step -> step.isDone(progress)).count();
        return done == 0 ? "" : done == steps.size() ? "done" : done + "/" + steps.size();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}

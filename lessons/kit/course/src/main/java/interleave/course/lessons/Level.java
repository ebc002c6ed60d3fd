package interleave.course.lessons;

import java.nio.file.Path;
import java.util.Locale;

/**
 * A level of a lesson: a program that the student breaks as its scheduler.
 *
 * @param lesson the name of the lesson, such as {@code shared-state}
 * @param folder of the lesson
 * @param className the program
 * @param cure the class of the corrected program
 * @param goal what the student is to reach
 * @param fewest the fewest steps that reach it
 * @param hint what to look at
 * @param why why the program can break
 * @param remedy how the corrected program prevents it
 */
public record Level(
        String lesson,
        Path folder,
        String className,
        String cure,
        String goal,
        int fewest,
        String hint,
        String why,
        String remedy) {

    /** Such as {@code LostUpdate}. */
    public String simpleName() {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /** As it is typed: {@code lost-update}. */
    public String name() {
        return simpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Where the source of the program, or of the corrected one, lies. */
    public Path source(String programClass) {
        return folder.resolve("src/main/java").resolve(programClass.replace('.', '/') + ".java");
    }
}

package interleave.recorder;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line of a program's source.
 *
 * @param file its name without folders, such as {@code Sequential.java}
 * @param line counted from 1
 */
public record Place(String file, int line) {

    private static final int MOST = 8;
    /** A class of a lesson's package, such as {@code greet}, of a package inside it, or of none. */
    private static final Pattern OF_A_LESSON = Pattern.compile("(?:[^.]+\\.){0,2}[^.]+");
    /** Where the JDK's packages begin, those of libraries, and the course's own. */
    private static final Pattern OF_OTHERS =
            Pattern.compile("(?:java|javax|jdk|sun|com|org|io|net|kotlin|kotlinx|reactor|interleave)\\..*");

    /** A frame as it comes: its class's full name, its method's, and its line. */
    record Call(String type, String method, int line) {
        /** Under it there is only what runs the loop, whichever of its tasks is being run. */
        boolean isTurnOfALoop() {
            return type.equals("interleave.eventloop.scheduling.Scheduler") && method.equals("callThoseReady");
        }
    }

    /** Where a thread, or the task that it runs for a loop, is in the program, innermost first. */
    static List<Place> of(Stream<Call> stack) {
        return stack.takeWhile(call -> !call.isTurnOfALoop())
                .filter(call -> call.line > 0 && isOfProgram(call.type))
                .map(call -> new Place(file(call.type), call.line))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static boolean isOfProgram(String type) {
        return OF_A_LESSON.matcher(type).matches() && !OF_OTHERS.matcher(type).matches();
    }

    private static String file(String type) {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        int nested = simple.indexOf('$');
        return (nested > 0 ? simple.substring(0, nested) : simple) + ".java";
    }
}

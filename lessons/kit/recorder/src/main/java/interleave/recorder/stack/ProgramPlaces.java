package interleave.recorder.stack;

import interleave.recorder.model.Place;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the lines of the program in a stack trace; those of the JDK, of libraries and of the course are left out. */
public final class ProgramPlaces {

    private static final int MAX_PLACES = 8;
    /** A class of a lesson's package, such as {@code greet}, of a package inside it, or of none. */
    private static final Pattern PROGRAM_CLASS = Pattern.compile("(?:[^.]+\\.){0,2}[^.]+");
    /** The first parts of the packages of the JDK, of libraries, and of the course's own tools. */
    private static final Pattern OTHER_CLASS =
            Pattern.compile("(?:java|javax|jdk|sun|com|org|io|net|kotlin|kotlinx|reactor|interleave)\\..*");

    private ProgramPlaces() {}

    /** Where a thread, or the loop task that it runs, is in the program; innermost first. */
    public static List<Place> of(Stream<Frame> stack) {
        return stack.takeWhile(frame -> !isTurnOfLoop(frame))
                .filter(frame -> frame.line() > 0 && isOfProgram(frame.type()))
                .map(frame -> new Place(file(frame.type()), frame.line()))
                .distinct()
                .limit(MAX_PLACES)
                .toList();
    }

    private static boolean isOfProgram(String type) {
        return PROGRAM_CLASS.matcher(type).matches()
                && !OTHER_CLASS.matcher(type).matches();
    }

    /** The frames below are the same for all tasks of the loop. */
    private static boolean isTurnOfLoop(Frame frame) {
        return frame.type().equals("interleave.eventloop.scheduling.Scheduler")
                && frame.method().equals("callThoseReady");
    }

    private static String file(String type) {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        int nested = simple.indexOf('$');
        return (nested > 0 ? simple.substring(0, nested) : simple) + ".java";
    }
}

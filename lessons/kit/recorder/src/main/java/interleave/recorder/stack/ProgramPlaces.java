package interleave.recorder.stack;

import interleave.recorder.model.Place;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the lines of the program in a stack trace. Omits frames of the JDK, of libraries and of the course. */
public final class ProgramPlaces {

    private static final int MAX_PLACES = 8;
    /** A class in the package of a lesson, such as {@code greet}, in a subpackage of it, or in no package. */
    private static final Pattern PROGRAM_CLASS = Pattern.compile("(?:[^.]+\\.){0,2}[^.]+");
    /** Packages of the JDK, of libraries, and of the course's tools. */
    private static final Pattern OTHER_CLASS =
            Pattern.compile("(?:java|javax|jdk|sun|com|org|io|net|kotlin|kotlinx|reactor|interleave)\\..*");

    private ProgramPlaces() {}

    /** The lines of the program in the stack of a thread, or of the loop task that it runs; innermost first. */
    public static List<Place> of(Stream<Frame> stack) {
        return stack.takeWhile(frame -> !isTurnOfLoop(frame))
                .filter(frame -> frame.line() > 0 && isOfProgram(frame.type()))
                .map(frame -> new Place(file(frame.type()), frame.line()))
                .distinct()
                .limit(MAX_PLACES)
                .toList();
    }

    /** Whether the class of the frame is one of the program. */
    public static boolean isOfProgram(Frame frame) {
        return isOfProgram(frame.type());
    }

    /** Whether the class of the frame is one of a library; false for the JDK and the course. */
    static boolean isOfLibrary(Frame frame) {
        return !frame.isOfJdk()
                && !frame.type().startsWith("interleave.")
                && OTHER_CLASS.matcher(frame.type()).matches();
    }

    /** Whether the innermost frame outside the JDK's public classes and the JVM is one of the program. */
    public static boolean isByProgram(List<Frame> stack) {
        return innermost(stack).filter(ProgramPlaces::isOfProgram).isPresent();
    }

    /** Whether that frame is one of a library, or of the JDK's inner part. */
    public static boolean isByLibrary(List<Frame> stack) {
        return innermost(stack)
                .filter(frame -> !isOfProgram(frame) && !frame.type().startsWith("interleave."))
                .isPresent();
    }

    private static Optional<Frame> innermost(List<Frame> stack) {
        return stack.stream()
                .dropWhile(frame ->
                        frame.type().startsWith("java.") || frame.type().startsWith("jdk.internal.vm."))
                .findFirst();
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

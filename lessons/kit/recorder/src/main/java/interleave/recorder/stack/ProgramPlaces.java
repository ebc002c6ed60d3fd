package interleave.recorder.stack;

import interleave.recorder.model.Place;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the lines of the program in a stack trace; those of the JDK, of libraries and of the course are left out. */
public final class ProgramPlaces {

    private static final int MAX_PLACES = 8;
    /** A lesson's package has one part; those of the JDK, of libraries and of the course have several. */
    private static final Pattern PROGRAM_CLASS = Pattern.compile("[^.]+(\\.[^.]+)?");

    private ProgramPlaces() {}

    /** Where a thread, or the loop task that it runs, is in the program; innermost first. */
    public static List<Place> of(Stream<Frame> stack) {
        return stack.takeWhile(frame -> !isTurnOfLoop(frame))
                .filter(frame ->
                        frame.line() > 0 && PROGRAM_CLASS.matcher(frame.type()).matches())
                .map(frame -> new Place(file(frame.type()), frame.line()))
                .distinct()
                .limit(MAX_PLACES)
                .toList();
    }

    /** The frames below are the same for all tasks of the loop. */
    private static boolean isTurnOfLoop(Frame frame) {
        return frame.type().equals("interleave.eventloop.EventLoop")
                && frame.method().equals("callThoseReady");
    }

    private static String file(String type) {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        int nested = simple.indexOf('$');
        return (nested > 0 ? simple.substring(0, nested) : simple) + ".java";
    }
}

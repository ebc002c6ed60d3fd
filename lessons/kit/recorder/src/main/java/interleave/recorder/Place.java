package interleave.recorder;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A line of a program's source.
 *
 * @param file its name without folders, such as {@code Sequential.java}
 * @param line counted from 1
 */
public record Place(String file, int line) {

    private static final int MOST = 8;
    /** The JDK's and the course's own, which no lesson shows. */
    private static final List<String> NOT_THE_PROGRAM = List.of("java.", "jdk.", "sun.", "interleave.",
            "eventloop.EventLoop");

    /** A frame as it comes: its class's full name, and its line. */
    record Call(String type, int line) {}

    /** Where a thread is in the program, innermost first. */
    static List<Place> of(Stream<Call> stack) {
        Predicate<Call> ofProgram = call -> call.line > 0 && NOT_THE_PROGRAM.stream().noneMatch(call.type::startsWith);
        return stack.filter(ofProgram).map(call -> new Place(file(call.type), call.line)).distinct().limit(MOST)
                .toList();
    }

    private static String file(String type) {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        int nested = simple.indexOf('$');
        return (nested > 0 ? simple.substring(0, nested) : simple) + ".java";
    }
}

package interleave.recorder.layout;

import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import java.util.regex.Pattern;

/**
 * Tells the threads of libraries and of the JVM from those of the program. All views fold them, because their number
 * and their exceptions depend on the version of a library, and not on the lesson.
 */
public final class LibraryThreads {

    /** Names that only libraries and the JVM give to threads. */
    private static final Pattern OF_LIBRARIES =
            Pattern.compile("HttpClient-\\d+-.*|vert\\.?x-.*|globalEventExecutor-.*|H2 .*|Generate Seed|process"
                    + " reaper.*|Keep-Alive-.*|HikariPool-.*");

    /** Libraries and programs share the common pool. */
    private static final Pattern SHARED = Pattern.compile("ForkJoinPool\\.commonPool-.*");

    /** The thread that starts a version, perhaps with the suffix of a page, and the default names of other threads. */
    private static final Pattern OF_PROGRAMS =
            Pattern.compile("main( \\(thread\\))?|Thread-\\d+|pool-\\d+-thread-\\d+");

    private LibraryThreads() {}

    /** Whether a lane is a thread of a library. A thread that prints is one of the program. */
    public static boolean includes(Lane lane) {
        if (lane.kind() != LaneKind.PLATFORM_THREAD
                || OF_PROGRAMS.matcher(lane.name()).matches()
                || lane.marks().stream().anyMatch(mark -> !mark.isFailure())) {
            return false;
        }
        return lane.isOfALibrary()
                || OF_LIBRARIES.matcher(lane.name()).matches()
                || (SHARED.matcher(lane.name()).matches() && isOutsideTheProgram(lane));
    }

    private static boolean isOutsideTheProgram(Lane lane) {
        return lane.spans().stream().allMatch(span -> span.places().isEmpty());
    }
}

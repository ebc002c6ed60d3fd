package interleave.course.running;

import interleave.course.lessons.CourseException;
import interleave.course.lessons.Lesson;
import interleave.virtualtime.Stuck;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** An exception of a version's {@code main}: either a refusal, shown without a stack trace, or a failure. */
public record RunFailure(Throwable thrown, Lesson lesson) {

    /**
     * The message of a refusal, with the command to type next; empty for a failure.
     *
     * <p>A lesson refuses bad arguments with an {@link IllegalArgumentException}, and a port that is in use or a server
     * that is not there with an {@link IOException}. The JDK throws the same types when a student's program is wrong,
     * as {@code Thread.sleep(-1)} does. So the place decides: a refusal was thrown by the lesson's own code, with a
     * message that its author wrote; a failure was thrown by the code that it called, and is shown with its place.
     */
    public Optional<CourseException> refusal(RunOptions options) {
        return refusal("Try again: " + options.usage(), "Then start again: " + options.command());
    }

    /** As above, with separate advice for wrong arguments and for a missing service. */
    public Optional<CourseException> refusal(String aboutArguments, String aboutSetUp) {
        if (thrown.getMessage() == null || !isThrownByTheLesson()) {
            return Optional.empty();
        }
        return switch (thrown) {
            case IllegalArgumentException arguments -> Optional.of(inThreeLines(arguments, aboutArguments));
            case IOException setUp -> Optional.of(inThreeLines(setUp, aboutSetUp));
            default -> Optional.empty();
        };
    }

    private boolean isThrownByTheLesson() {
        return Arrays.stream(thrown.getStackTrace()).limit(1).allMatch(this::isOfTheLesson);
    }

    private static CourseException inThreeLines(Exception refused, String whatToDoNext) {
        List<String> lines = String.valueOf(refused.getMessage()).lines().toList();
        String more = String.join(" ", lines.subList(1, lines.size()));
        return more.isEmpty()
                ? new CourseException(lines.getFirst(), whatToDoNext)
                : new CourseException(lines.getFirst(), more, whatToDoNext);
    }

    /** A failure in two lines: the exception, and its place in the lesson's own code. */
    String description() {
        if (thrown instanceof InterruptedException) {
            return "stopped";
        }
        if (thrown instanceof Stuck) {
            return String.valueOf(thrown.getMessage());
        }
        Throwable cause = cause();
        return "failed: " + cause
                + Arrays.stream(cause.getStackTrace())
                        .filter(this::isOfTheLesson)
                        .findFirst()
                        .map(frame -> System.lineSeparator() + "at " + frame.getClassName() + " (" + frame.getFileName()
                                + ":" + frame.getLineNumber() + ")")
                        .orElse("");
    }

    /** The exception inside the wrappers of futures. */
    private Throwable cause() {
        Throwable cause = thrown;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private boolean isOfTheLesson(StackTraceElement frame) {
        return frame.getClassName().startsWith(lesson.packageName() + ".");
    }
}

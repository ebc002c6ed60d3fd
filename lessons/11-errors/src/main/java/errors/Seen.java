package errors;

import java.util.Optional;
import java.util.concurrent.Callable;

/** The exception that arrives at a place in a program, if one does. */
public record Seen(String place, Optional<Throwable> failure) {

    /** Calls {@code code}, and records the exception that it throws, if any. */
    public static Seen by(String place, Callable<?> code) {
        try {
            code.call();
            return new Seen(place, Optional.empty());
        } catch (Exception failure) {
            return new Seen(place, Optional.of(failure));
        }
    }

    /** The type of the exception, such as "ExecutionException", or "nothing". */
    public String type() {
        return failure.map(Seen::nameOf).orElse("nothing");
    }

    /** The type of its cause, or an empty string. */
    public String cause() {
        return failure.map(Throwable::getCause).map(Seen::nameOf).orElse("");
    }

    private static String nameOf(Throwable failure) {
        return failure.getClass().getSimpleName();
    }

    @Override
    public String toString() {
        return String.format("%-44s %-20s %s", place, type(), cause()).strip();
    }
}

package sensors;

import java.time.Duration;

/**
 * A value, and when it was read. Both are in one object, so that they always belong together.
 *
 * @param takenAt the moment in nanoseconds of {@link System#nanoTime}
 */
public record Reading<T>(T value, long takenAt) {

    /** A value that was read just now. */
    static <T> Reading<T> now(T value) {
        return new Reading<>(value, System.nanoTime());
    }

    /** How old the value is now. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - takenAt);
    }
}

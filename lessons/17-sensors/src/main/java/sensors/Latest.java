package sensors;

import java.util.Optional;

/** The latest reading of a sensor. An older one is overwritten, whether or not it was used. Thread-safe. */
public final class Latest<T> {

    private volatile Optional<Reading<T>> reading = Optional.empty();

    /** Replaces the last reading. */
    public void publish(T value) {
        reading = Optional.of(Reading.now(value));
    }

    /** The latest reading, or empty if there was none yet. */
    public Optional<Reading<T>> get() {
        return reading;
    }
}

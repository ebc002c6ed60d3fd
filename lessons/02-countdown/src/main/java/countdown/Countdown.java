package countdown;

/**
 * A countdown: its name and the number it starts from.
 *
 * @param from at least 0; a countdown from 0 prints nothing
 */
public record Countdown(String name, int from) {

    /** @throws IllegalArgumentException if {@code from} is negative */
    public Countdown {
        if (from < 0) {
            throw new IllegalArgumentException(name + " cannot start from " + from + ". Use 0 or more.");
        }
    }
}

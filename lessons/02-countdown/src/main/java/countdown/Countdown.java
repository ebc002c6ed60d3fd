package countdown;

/**
 * A countdown: its name, and the number it begins with.
 *
 * @param from at least 0; from 0 there is nothing to count
 */
public record Countdown(String name, int from) {

    /** @throws IllegalArgumentException when {@code from} is below 0 */
    public Countdown {
        if (from < 0) {
            throw new IllegalArgumentException(name + " cannot begin with " + from + ": give it 0 or more");
        }
    }
}

package gatherandtasks;

import java.time.Duration;

/**
 * A source of data.
 *
 * @param delay until it answers or fails
 * @param works whether it answers
 */
public record Source(String name, Duration delay, boolean works) {

    /** A source that answers after {@code delay}. */
    public static Source working(String name, Duration delay) {
        return new Source(name, delay, true);
    }

    /** A source that fails after {@code delay}. */
    public static Source broken(String name, Duration delay) {
        return new Source(name, delay, false);
    }

    /** Fetches on the calling thread, and prints when it starts and when the data has arrived. */
    public String fetch() throws InterruptedException {
        IO.println("Fetching data from " + name);
        Thread.sleep(delay);
        return answer();
    }

    /**
     * Returns the data of this source and prints that it has arrived. Call it after the delay.
     *
     * @throws FetchFailedException if the source is broken
     */
    public String answer() {
        if (!works) {
            throw new FetchFailedException(name + " does not answer");
        }
        IO.println("Data fetched from " + name);
        return name + " data";
    }
}

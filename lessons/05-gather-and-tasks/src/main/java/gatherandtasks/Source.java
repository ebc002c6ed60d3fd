package gatherandtasks;

import java.time.Duration;

/**
 * Where data is fetched from.
 *
 * @param delay until it answers, or fails to
 * @param works whether it answers at all
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

    /** Fetches on the calling thread, which waits for the answer; prints when it begins and when it has the data. */
    public String fetch() throws InterruptedException {
        IO.println("Fetching data from " + name);
        Thread.sleep(delay);
        return answer();
    }

    /**
     * What comes back when the delay is over; prints that it has come.
     *
     * @throws FetchFailedException when the source is broken
     */
    public String answer() {
        if (!works) {
            throw new FetchFailedException(name + " does not answer");
        }
        IO.println("Data fetched from " + name);
        return name + " data";
    }
}

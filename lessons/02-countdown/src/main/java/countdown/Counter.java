package countdown;

import java.time.Duration;
import java.util.List;

/**
 * Runs one or more countdowns. From "Asynchronous Programming with Python", where two countdowns run on an event loop
 * that is created, run and closed by hand.
 */
public interface Counter {

    /**
     * Prints each number of each countdown as "Countdown 1: 5", with a pause after each, and returns when all have
     * ended.
     *
     * @throws Exception when a countdown fails; {@link InterruptedException} when the calling thread is interrupted
     */
    void countDown(List<Countdown> countdowns, Duration pause) throws Exception;
}

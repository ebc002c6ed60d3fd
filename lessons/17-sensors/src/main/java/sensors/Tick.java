package sensors;

import java.time.Duration;

/** What happens at a tick. */
interface Tick {

    /**
     * Does the work of a tick.
     *
     * @param number the number of the tick, counted from 1
     */
    void happen(int number) throws Exception;

    /** Prints the number, and works for 100 ms. */
    static void printAndWork(int number) throws InterruptedException {
        IO.println("Tick " + number);
        Thread.sleep(Duration.ofMillis(100));
    }
}

package lazyandforgotten;

import java.time.Duration;

/**
 * Calls for a greeting in one of the ways in which Java can describe work. From "Mastering async/await", where calling
 * a coroutine does nothing until it is awaited.
 */
public interface Caller {

    /**
     * Calls, prints "Called", waits, prints "Run it", runs the greeting if it is not running yet, and prints "Done"
     * when it has ended.
     *
     * @throws Exception when the greeting fails; {@link InterruptedException} when the calling thread is interrupted
     */
    void callThenRun(Greeting greeting, Duration between) throws Exception;

    /** Starts a greeting, discards its result, prints "Going on", waits, and prints "Done". */
    void forget(Greeting greeting, Duration afterwards) throws Exception;

    /** Like {@link #forget}, but handles an exception: prints "Failed: " and its message. */
    void lookAfter(Greeting greeting, Duration afterwards) throws Exception;

    /** Prints "Going on", waits, and prints "Done". */
    static void goOn(Duration afterwards) throws InterruptedException {
        IO.println("Going on");
        Thread.sleep(afterwards);
        IO.println("Done");
    }
}

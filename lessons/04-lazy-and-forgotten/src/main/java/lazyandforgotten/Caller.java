package lazyandforgotten;

import java.time.Duration;

/**
 * Calls for a greeting, in one of Java's ways to say what is to be done. From "Mastering async/await", where a
 * coroutine is called and nothing happens, until it is awaited.
 */
public interface Caller {

    /**
     * Calls, prints "Called", waits that long, prints "Run it", runs what was called if it does not run already, and
     * prints "Done" when the greeting is over.
     *
     * @throws Exception when the greeting fails; {@link InterruptedException} when the caller is told to stop
     */
    void callThenRun(Greeting greeting, Duration between) throws Exception;

    /** Starts a greeting and drops what stands for it; prints "Going on", goes on that long, and prints "Done". */
    void forget(Greeting greeting, Duration afterwards) throws Exception;

    /** As {@link #forget}, but a failure is looked for, and printed as "Failed: why". */
    void lookAfter(Greeting greeting, Duration afterwards) throws Exception;

    /** What a caller does that goes on: it prints "Going on", and "Done" at the end. */
    static void goOn(Duration afterwards) throws InterruptedException {
        IO.println("Going on");
        Thread.sleep(afterwards);
        IO.println("Done");
    }
}

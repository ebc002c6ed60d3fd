package lazyandforgotten;

import java.time.Duration;
import java.util.concurrent.CancellationException;

/**
 * The work of this lesson: a pause, then "Hello, Alice!".
 *
 * @param name of the guest; if it is empty, the greeting fails after the pause
 */
public record Greeting(String name, Duration pause) {

    /**
     * Greets on the calling thread, and returns the text.
     *
     * @throws IllegalArgumentException if the name is empty
     * @throws CancellationException if the thread is interrupted; it stays interrupted
     */
    public String greet() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the greeting was interrupted");
        }
        return sayHello();
    }

    /** The part of the greeting after the pause. */
    String sayHello() {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("there is nobody to greet");
        }
        String hello = "Hello, " + name + "!";
        IO.println(hello);
        return hello;
    }
}

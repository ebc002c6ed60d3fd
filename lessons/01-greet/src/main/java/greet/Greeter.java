package greet;

import java.time.Duration;
import java.util.List;

/**
 * Says hello to each guest, pauses, and says goodbye. The first example of "Asynchronous Programming with Python",
 * where a coroutine greets three guests at once.
 */
public interface Greeter {

    /**
     * Prints "Hello, X!" and, after the pause, "Goodbye, X!" for each name.
     *
     * @throws Exception when a greeting fails; {@link InterruptedException} when the calling thread is interrupted
     */
    void greetAll(List<String> names, Duration pause) throws Exception;
}

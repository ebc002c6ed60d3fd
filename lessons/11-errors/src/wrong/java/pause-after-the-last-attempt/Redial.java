// says: Expected 7 s of virtual time, but it took 15 s.
package errors;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A phone that dials again when the line is busy. */
final class Redial {

    /** Somebody else is talking. */
    static final class BusyException extends Exception {
        BusyException() {
            super("the line is busy");
        }
    }

    /** The line to one number. */
    interface Line {

        /**
         * Dials, and returns the answer.
         *
         * @throws BusyException if the line is busy
         * @throws IllegalArgumentException if there is no such number
         */
        String call() throws BusyException;
    }

    static String call(Line line, int attempts) throws BusyException, InterruptedException {
        Duration pause = ofSeconds(1);
        for (int attempt = 1; ; attempt++) {
            try {
                return line.call();
            } catch (BusyException busy) {
                Thread.sleep(pause);
                if (attempt == attempts) {
                    throw busy;
                }
                pause = pause.multipliedBy(2);
            }
        }
    }

    static void main() throws Exception {
        var busy = new AtomicInteger(2);
        IO.println(call(
                () -> {
                    IO.println("Dialling");
                    if (busy.getAndDecrement() > 0) {
                        throw new BusyException();
                    }
                    return "Hello?";
                },
                4));
    }
}

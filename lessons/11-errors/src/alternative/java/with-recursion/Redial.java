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

    /**
     * Dials until the line is not busy, at most {@code attempts} times. The pause after the first attempt is 1 s, and
     * each other pause is twice as long as the one before.
     *
     * @throws BusyException that of the last attempt
     */
    static String call(Line line, int attempts) throws BusyException, InterruptedException {
        return call(line, attempts, ofSeconds(1));
    }

    private static String call(Line line, int attempts, Duration pause) throws BusyException, InterruptedException {
        try {
            return line.call();
        } catch (BusyException busy) {
            if (attempts == 1) {
                throw busy;
            }
        }
        Thread.sleep(pause);
        return call(line, attempts - 1, pause.multipliedBy(2));
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

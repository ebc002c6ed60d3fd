package dataloading;

import java.io.IOException;
import java.time.Duration;
import java.util.function.IntFunction;

/**
 * An album for an exercise, with pictures numbered from 1. Prints which pictures it loads.
 *
 * @param time how long loading a picture takes, by its number
 * @param damaged the picture that cannot be loaded; 0 if all can
 */
record Album(int size, IntFunction<Duration> time, int damaged) {

    /** Loads a picture, and blocks until it is loaded. */
    String load(int number) throws IOException, InterruptedException {
        IO.println("Loading picture " + number);
        Thread.sleep(time.apply(number));
        if (number == damaged) {
            throw new IOException("picture " + number + " is damaged");
        }
        IO.println("Loaded picture " + number);
        return "picture " + number;
    }
}

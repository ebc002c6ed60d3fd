package errors;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Books a journey: all its parts, or none. */
final class Booking {

    /** This part of the journey is sold out. */
    static final class SoldOutException extends Exception {
        SoldOutException(String part) {
            super(part + " is sold out");
        }
    }

    /** @param cancelling how long it takes to cancel the booking when the thread is interrupted */
    record Part(String name, Duration time, boolean available, Duration cancelling) {

        /** Books this part on the calling thread. A thread that is interrupted cancels the booking first. */
        String book() throws SoldOutException, InterruptedException {
            IO.println("Booking " + name);
            try {
                Thread.sleep(time);
            } catch (InterruptedException stopped) {
                Thread.sleep(cancelling);
                if (!available) {
                    throw new IllegalStateException(name + " cannot be cancelled");
                }
                IO.println("Cancelled " + name);
                throw stopped;
            }
            if (!available) {
                throw new SoldOutException(name);
            }
            return name + " booked";
        }
    }

    /**
     * Books all parts at the same time, and returns their confirmations in the order of the parts. If one fails, the
     * others are cancelled at once. When they have ended, the exception of that part is thrown, with those of the
     * others suppressed. An interrupted part has not failed.
     */
    static List<String> bookAll(List<Part> parts) throws Exception {
        // TODO: if a part is sold out, the others are booked nevertheless. Cancel them at once, wait until they are
        // cancelled, and throw the exception of the part itself. No other failure may be lost.
        var bookings = parts.stream().<Callable<String>>map(part -> part::book).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var confirmations = new ArrayList<String>();
            for (var booked : threads.invokeAll(bookings)) {
                confirmations.add(booked.get());
            }
            return confirmations;
        }
    }

    static void main() throws Exception {
        IO.println(bookAll(List.of(
                new Part("flight", ofSeconds(4), true, ofMillis(500)),
                new Part("hotel", ofSeconds(1), false, ofMillis(500)),
                new Part("car", ofSeconds(3), true, ofMillis(500)))));
    }
}

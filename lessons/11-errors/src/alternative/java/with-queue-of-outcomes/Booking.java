package errors;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

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
        var bookings = new ArrayList<Future<String>>();
        var outcomes = new LinkedBlockingQueue<Object>();
        Exception first = null;
        try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory())) {
            try {
                for (Part part : parts) {
                    bookings.add(threads.submit(() -> book(part, outcomes)));
                }
                for (int count = 0; count < parts.size() && first == null; count++) {
                    first = outcomes.take() instanceof Exception failure ? failure : null;
                }
            } finally {
                threads.shutdownNow();
            }
        }
        if (first == null) {
            return bookings.stream().map(Future::resultNow).toList();
        }
        for (Object outcome : outcomes) {
            if (outcome instanceof Exception other && !(other instanceof InterruptedException)) {
                first.addSuppressed(other);
            }
        }
        throw first;
    }

    /** Puts the confirmation or the exception into the queue. */
    private static String book(Part part, LinkedBlockingQueue<Object> outcomes) throws Exception {
        try {
            String confirmation = part.book();
            outcomes.add(confirmation);
            return confirmation;
        } catch (Exception failure) {
            outcomes.add(failure);
            throw failure;
        }
    }

    static void main() throws Exception {
        IO.println(bookAll(List.of(
                new Part("flight", ofSeconds(4), true, ofMillis(500)),
                new Part("hotel", ofSeconds(1), false, ofMillis(500)),
                new Part("car", ofSeconds(3), true, ofMillis(500)))));
    }
}

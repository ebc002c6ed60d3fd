// says: Expected one suppressed exception, but there was none.
package errors;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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

    static List<String> bookAll(List<Part> parts) throws Exception {
        var bookings = new ArrayList<Future<String>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                var ended = new ExecutorCompletionService<String>(threads);
                for (Part part : parts) {
                    bookings.add(ended.submit(part::book));
                }
                for (int count = 0; count < parts.size(); count++) {
                    ended.take().get();
                }
            } finally {
                threads.shutdownNow();
            }
        } catch (ExecutionException failed) {
            throw (Exception) failed.getCause();
        }
        return bookings.stream().map(Future::resultNow).toList();
    }

    static Exception withOthers(Exception first, List<Future<String>> bookings) {
        for (Future<String> booking : bookings) {
            if (booking.state() == Future.State.FAILED
                    && booking.exceptionNow() != first
                    && !(booking.exceptionNow() instanceof InterruptedException)) {
                first.addSuppressed(booking.exceptionNow());
            }
        }
        return first;
    }

    static void main() throws Exception {
        IO.println(bookAll(List.of(
                new Part("flight", ofSeconds(4), true, ofMillis(500)),
                new Part("hotel", ofSeconds(1), false, ofMillis(500)),
                new Part("car", ofSeconds(3), true, ofMillis(500)))));
    }
}

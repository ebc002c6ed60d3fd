// says: Expected done to be called once when the flight and the hotel fail, but it was called 2 times
package callbackhell;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** Books a trip at a travel agency, which answers with callbacks. */
final class Trip {
    /**
     * Each method returns at once, and calls its callback exactly once, on a thread of its own: with the answer and
     * null, or with null and the exception.
     */
    interface Agency {
        void date(String city, BiConsumer<String, Throwable> callback);

        /** The callback receives the price in euros. */
        void flight(String city, String date, BiConsumer<Integer, Throwable> callback);

        /** The callback receives the price in euros. */
        void hotel(String city, String date, BiConsumer<Integer, Throwable> callback);

        /** The callback receives the receipt. */
        void pay(int euros, BiConsumer<String, Throwable> callback);
    }

    /**
     * Finds a date, books the flight and the hotel at the same time, and pays for both. Returns at once.
     *
     * @param done is called exactly once: with the receipt and null, or with null and the exception of a request that
     *     has failed, itself. Nothing is paid after a failure.
     */
    static void book(String city, Agency agency, BiConsumer<String, Throwable> done) {
        agency.date(city, (date, failure) -> {
            if (failure != null) {
                done.accept(null, failure);
                return;
            }
            var missing = new AtomicInteger(2);
            var sum = new AtomicInteger();
            BiConsumer<Integer, Throwable> price = (euros, problem) -> {
                if (problem != null) {
                    done.accept(null, problem);
                    return;
                }
                sum.addAndGet(euros);
                if (missing.decrementAndGet() == 0) {
                    agency.pay(sum.get(), done);
                }
            };
            agency.flight(city, date, price);
            agency.hotel(city, date, price);
        });
    }

    static void main() throws InterruptedException {
        var end = new CountDownLatch(1);
        book("Rome", new Demo(), (receipt, failure) -> {
            IO.println(failure == null ? receipt : "No trip: " + failure);
            end.countDown();
        });
        end.await();
    }

    /** An agency for the main method. */
    private static final class Demo implements Agency {
        @Override
        public void date(String city, BiConsumer<String, Throwable> callback) {
            answer("1 May", callback);
        }

        @Override
        public void flight(String city, String date, BiConsumer<Integer, Throwable> callback) {
            answer(200, callback);
        }

        @Override
        public void hotel(String city, String date, BiConsumer<Integer, Throwable> callback) {
            answer(300, callback);
        }

        @Override
        public void pay(int euros, BiConsumer<String, Throwable> callback) {
            answer(euros + " euros paid", callback);
        }

        private static <T> void answer(T answer, BiConsumer<T, Throwable> callback) {
            Thread.startVirtualThread(() -> callback.accept(answer, null));
        }
    }
}

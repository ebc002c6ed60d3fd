package callbackhell;

import java.util.concurrent.CountDownLatch;
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
     * @param done is called exactly once: with the receipt and null, or with null and the unwrapped exception of a
     *     request that failed. Nothing is paid after a failure.
     */
    static void book(String city, Agency agency, BiConsumer<String, Throwable> done) {
        // TODO: one error is not reported, and the flight delays the hotel. Rewrite it in any style.
        agency.date(city, (date, failure1) -> {
            if (failure1 != null) {
                done.accept(null, failure1);
                return;
            }
            agency.flight(city, date, (flight, failure2) -> {
                if (failure2 != null) {
                    done.accept(null, failure2);
                    return;
                }
                agency.hotel(city, date, (hotel, failure3) -> {
                    if (failure3 != null) {
                        IO.println("No hotel: " + failure3.getMessage());
                        return;
                    }
                    agency.pay(flight + hotel, (receipt, failure4) -> {
                        if (failure4 != null) {
                            done.accept(null, failure4);
                            return;
                        }
                        done.accept(receipt, null);
                    });
                });
            });
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

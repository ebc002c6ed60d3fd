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
     * @param done is called exactly once: with the receipt and null, or with null and the exception of a request that
     *     has failed, itself. Nothing is paid after a failure.
     */
    static void book(String city, Agency agency, BiConsumer<String, Throwable> done) {
        agency.date(city, (date, failure) -> {
            if (failure != null) {
                done.accept(null, failure);
                return;
            }
            var prices = new Prices(agency, done);
            agency.flight(city, date, prices::received);
            agency.hotel(city, date, prices::received);
        });
    }

    /** Waits for two prices. The first failure, or the second price, ends it. */
    private static final class Prices {
        private final Agency agency;
        private final BiConsumer<String, Throwable> done;
        private int missing = 2;
        private int sum;
        private boolean failed;

        Prices(Agency agency, BiConsumer<String, Throwable> done) {
            this.agency = agency;
            this.done = done;
        }

        void received(Integer price, Throwable failure) {
            boolean pays = false;
            boolean fails = false;
            synchronized (this) {
                missing--;
                if (failure == null) {
                    sum += price;
                    pays = missing == 0 && !failed;
                } else {
                    fails = !failed;
                    failed = true;
                }
            }
            if (pays) {
                agency.pay(sum, done);
            } else if (fails) {
                done.accept(null, failure);
            }
        }
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

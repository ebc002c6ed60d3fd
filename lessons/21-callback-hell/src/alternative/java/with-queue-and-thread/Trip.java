package callbackhell;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
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
            var prices = new ArrayBlockingQueue<CompletableFuture<Integer>>(2);
            BiConsumer<Integer, Throwable> price = (euros, problem) -> prices.add(
                    problem == null
                            ? CompletableFuture.completedFuture(euros)
                            : CompletableFuture.failedFuture(problem));
            agency.flight(city, date, price);
            agency.hotel(city, date, price);
            collect(agency, prices, done);
        });
    }

    private static void collect(
            Agency agency, BlockingQueue<CompletableFuture<Integer>> prices, BiConsumer<String, Throwable> done) {
        int euros = 0;
        try {
            for (int price = 0; price < 2; price++) {
                var next = prices.take();
                if (next.isCompletedExceptionally()) {
                    done.accept(null, next.exceptionNow());
                    return;
                }
                euros += next.resultNow();
            }
        } catch (InterruptedException stopped) {
            done.accept(null, stopped);
            return;
        }
        agency.pay(euros, done);
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

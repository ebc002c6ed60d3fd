// says: "Hung up on Cedar" at 5 s, but it was never printed
package timeoutsandcancellation;

import static java.time.Duration.ofSeconds;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Searches for the price of a book: asks one shop after the other, until one of them answers. */
final class PriceSearch {

    record Shop(String name, Duration delay, boolean isOpen) {

        /** @throws IOException after the delay, if the shop is not open */
        String ask() throws InterruptedException, IOException {
            IO.println("Calling " + name);
            try {
                Thread.sleep(delay);
            } finally {
                IO.println("Hung up on " + name);
            }
            if (!isOpen) {
                throw new IOException(name + " is closed");
            }
            return "the price of " + name;
        }
    }

    /**
     * Returns the first price, or "no price". A shop that does not answer within {@code perShop}, or is closed, is
     * followed by the next one. The search ends after {@code total}, even if a shop has not answered yet.
     */
    static String search(List<Shop> shops, Duration perShop, Duration total) throws Exception {
        return CompletableFuture.supplyAsync(() -> firstOf(shops, perShop))
                .completeOnTimeout("no price", total.toNanos(), TimeUnit.NANOSECONDS)
                .get();
    }

    private static String firstOf(List<Shop> shops, Duration perShop) {
        for (Shop shop : shops) {
            try {
                return ask(shop, perShop);
            } catch (TimeoutException | ExecutionException next) {
                IO.println("No price from " + shop.name() + ": " + next);
            } catch (InterruptedException stopped) {
                throw new CompletionException(stopped);
            }
        }
        return "no price";
    }

    /** Asks a shop, and hangs up after {@code limit}. */
    private static String ask(Shop shop, Duration limit)
            throws InterruptedException, ExecutionException, TimeoutException {
        try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            var price = thread.submit(shop::ask);
            try {
                return price.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            } finally {
                price.cancel(true);
            }
        }
    }

    static void main() throws Exception {
        var shops = List.of(
                new Shop("Alder", ofSeconds(10), true),
                new Shop("Birch", ofSeconds(10), true),
                new Shop("Cedar", ofSeconds(10), true),
                new Shop("Elm", ofSeconds(1), true));
        IO.println(search(shops, ofSeconds(2), ofSeconds(5)));
    }
}

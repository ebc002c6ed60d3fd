package timeoutsandcancellation;

import static java.time.Duration.ofSeconds;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;

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
        try (var whole = StructuredTaskScope.open(
                Joiner.<String>awaitAllSuccessfulOrThrow(), limits -> limits.withTimeout(total))) {
            var price = whole.fork(() -> firstOf(shops, perShop));
            whole.join();
            return price.get();
        } catch (StructuredTaskScope.TimeoutException late) {
            return "no price";
        }
    }

    private static String firstOf(List<Shop> shops, Duration perShop) throws InterruptedException {
        for (Shop shop : shops) {
            try (var scope = StructuredTaskScope.open(
                    Joiner.<String>awaitAllSuccessfulOrThrow(), limits -> limits.withTimeout(perShop))) {
                var price = scope.fork(shop::ask);
                scope.join();
                return price.get();
            } catch (StructuredTaskScope.TimeoutException | StructuredTaskScope.FailedException next) {
                IO.println("No price from " + shop.name() + ": " + next);
            }
        }
        return "no price";
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

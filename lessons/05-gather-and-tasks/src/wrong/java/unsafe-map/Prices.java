// says: two threads use a HashMap
// says: (put)
package gatherandtasks;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.HashMap;
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

    static List<Integer> ask(List<Shop> shops) throws Exception {
        var prices = new HashMap<Shop, Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var s : shops) threads.submit(() -> prices.put(s, s.quote()));
        }
        return shops.stream().map(prices::get).toList();
    }

    static void main() throws Exception {
        IO.println(ask(List.of(
                new Shop("Corner", 30, ofSeconds(3)),
                new Shop("Market", 10, ofSeconds(1)),
                new Shop("Online", 20, ofSeconds(2)))));
    }
}

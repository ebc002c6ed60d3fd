// says: but it took 22 s
// says: Every shop needs a thread
package gatherandtasks;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
        var prices = new ArrayList<Integer>();
        var answers = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newFixedThreadPool(10)) {
            for (Shop shop : shops) {
                answers.add(threads.submit(shop::quote));
            }
        }
        for (var answer : answers) {
            prices.add(answer.get());
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

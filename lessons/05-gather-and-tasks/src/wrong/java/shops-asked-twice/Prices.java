// says: Expected "Asking Corner" once
package gatherandtasks;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var s : shops) threads.submit(s::quote);
            var out = new ArrayList<Integer>();
            for (var f : threads.invokeAll(
                    shops.stream().<Callable<Integer>>map(s -> s::quote).toList())) out.add(f.get());
            return out;
        }
    }

    static void main() throws Exception {
        IO.println(ask(List.of(
                new Shop("Corner", 30, ofSeconds(3)),
                new Shop("Market", 10, ofSeconds(1)),
                new Shop("Online", 20, ofSeconds(2)))));
    }
}

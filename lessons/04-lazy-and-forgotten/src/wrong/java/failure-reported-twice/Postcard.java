// says: once, but it was printed 2 times
// says: nowhere else
package lazyandforgotten;

import static java.time.Duration.ofSeconds;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** A postcard is delivered on another thread while you are at the beach. The delivery may fail. */
final class Postcard {
    static void send(String address) throws Exception {
        try (var post = Executors.newSingleThreadExecutor()) {
            var f = post.submit(() -> {
                try {
                    return deliver(address);
                } catch (Exception e) {
                    IO.println("Failed: " + e.getMessage());
                    throw e;
                }
            });
            IO.println("At the beach");
            try {
                f.get();
            } catch (ExecutionException e) {
                IO.println("Failed: " + e.getCause().getMessage());
            }
        }
        IO.println("Home again");
    }

    private static String deliver(String address) throws InterruptedException {
        Thread.sleep(ofSeconds(2));
        if (!address.contains(",")) {
            throw new IllegalArgumentException("no town on the card for " + address);
        }
        IO.println("Delivered to " + address);
        return address;
    }

    static void main() throws Exception {
        send("Alice");
    }
}

// says: IllegalArgumentException: no town on the card for Alice
// says: getCause()
package lazyandforgotten;

import static java.time.Duration.ofSeconds;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** A postcard is delivered on another thread while you are at the beach. The delivery may fail. */
final class Postcard {

    static void send(String address) throws Exception {
        try (var post = Executors.newSingleThreadExecutor()) {
            var delivery = post.submit(() -> deliver(address));
            IO.println("At the beach");
            delivery.get();
        } catch (ExecutionException failed) {
            IO.println("Failed: " + failed.getMessage());
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

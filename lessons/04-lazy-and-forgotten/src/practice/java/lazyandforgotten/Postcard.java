package lazyandforgotten;

import static java.time.Duration.ofSeconds;

import java.util.concurrent.Executors;

/** A postcard is delivered on another thread while you are at the beach. The delivery may fail. */
final class Postcard {

    static void send(String address) throws Exception {
        try (var post = Executors.newSingleThreadExecutor()) {
            // TODO: an exception of deliver is lost. Keep the future, and print "Failed: " and the message.
            post.submit(() -> deliver(address));
            IO.println("At the beach");
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

package lazyandforgotten;

import static java.time.Duration.ofSeconds;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

/** A postcard is delivered on another thread while you are at the beach. The delivery may fail. */
final class Postcard {

    static void send(String address) throws Exception {
        try (var post = Executors.newSingleThreadExecutor()) {
            CompletableFuture.supplyAsync(() -> deliver(address), post).whenComplete((delivered, failed) -> {
                if (failed != null) {
                    IO.println("Failed: " + failed.getCause().getMessage());
                }
            });
            IO.println("At the beach");
        }
        IO.println("Home again");
    }

    private static String deliver(String address) {
        try {
            Thread.sleep(ofSeconds(2));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CompletionException(stopped);
        }
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

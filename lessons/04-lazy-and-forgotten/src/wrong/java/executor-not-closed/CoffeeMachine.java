// says: the pool was never closed
// says: try-with-resources
package lazyandforgotten;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.concurrent.Executors;

/** A coffee machine: you set it in the evening, and it brews in the morning. */
final class CoffeeMachine {
    static void serve(String drink, Duration night) throws Exception {
        var machine = Executors.newSingleThreadExecutor();
        IO.println("Good night");
        Thread.sleep(night);
        IO.println("Good morning");
        IO.println("Fresh " + machine.submit(() -> brew(drink)).get());
    }

    private static String brew(String drink) throws InterruptedException {
        IO.println("Brewing " + drink);
        Thread.sleep(ofSeconds(3));
        return drink;
    }

    static void main() throws Exception {
        serve("coffee", ofSeconds(8));
    }
}

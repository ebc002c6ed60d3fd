// says: Expected "Brewing coffee" once
package lazyandforgotten;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** A coffee machine: you set it in the evening, and it brews in the morning. */
final class CoffeeMachine {
    static void serve(String drink, Duration night) throws Exception {
        try (var machine = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> work = () -> brew(drink);
            IO.println("Good night");
            Thread.sleep(night);
            IO.println("Good morning");
            machine.submit(work);
            IO.println("Fresh " + machine.submit(work).get());
        }
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

package lazyandforgotten;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.concurrent.FutureTask;

/** A coffee machine: you set it in the evening, and it brews in the morning. */
final class CoffeeMachine {

    static void serve(String drink, Duration night) throws Exception {
        var coffee = new FutureTask<>(() -> brew(drink)); // lazy: it does nothing until a thread runs it
        IO.println("Good night");
        Thread.sleep(night);
        IO.println("Good morning");
        Thread.ofVirtual().start(coffee);
        IO.println("Fresh " + coffee.get());
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

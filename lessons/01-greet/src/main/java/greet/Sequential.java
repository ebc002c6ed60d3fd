package greet;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;

/** Greets one guest after the other. During a pause, the next guest has to wait. */
public final class Sequential implements Greeter {

    @Override
    public void greetAll(List<String> names, Duration pause) throws InterruptedException {
        for (String name : names) {
            greet(name, pause);
        }
    }

    private static void greet(String name, Duration pause) throws InterruptedException {
        IO.println("Hello, " + name + "!");
        Thread.sleep(pause);
        IO.println("Goodbye, " + name + "!");
    }

    static void main() throws Exception {
        new Sequential().greetAll(List.of("Alice", "Bob", "Charlie"), ofSeconds(1));
    }
}

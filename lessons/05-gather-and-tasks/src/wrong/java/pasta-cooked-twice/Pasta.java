// says: Expected "Cooking pasta" once
package gatherandtasks;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.concurrent.Executors;

/** Pasta and sauce cook on their own while you lay the table. */
final class Pasta {

    record Pot(String content, Duration time) {

        String cook() throws InterruptedException {
            IO.println("Cooking " + content);
            Thread.sleep(time);
            return "hot " + content;
        }
    }

    static void serve(Pot pasta, Pot sauce, Duration layingTheTable) throws Exception {
        try (var stove = Executors.newVirtualThreadPerTaskExecutor()) {
            stove.submit(pasta::cook);
            var a = stove.submit(pasta::cook);
            var b = stove.submit(sauce::cook);
            layTheTable(layingTheTable);
            IO.println(a.get() + " with " + b.get());
        }
    }

    static void layTheTable(Duration time) throws InterruptedException {
        Thread.sleep(time);
        IO.println("The table is laid");
    }

    static void main() throws Exception {
        serve(new Pot("pasta", ofSeconds(4)), new Pot("sauce", ofSeconds(3)), ofSeconds(2));
    }
}

package gatherandtasks;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.concurrent.FutureTask;

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
        var hotPasta = new FutureTask<>(pasta::cook);
        var hotSauce = new FutureTask<>(sauce::cook);
        Thread.ofVirtual().start(hotPasta);
        Thread.ofVirtual().start(hotSauce);
        layTheTable(layingTheTable);
        IO.println(hotPasta.get() + " with " + hotSauce.get());
    }

    static void layTheTable(Duration time) throws InterruptedException {
        Thread.sleep(time);
        IO.println("The table is laid");
    }

    static void main() throws Exception {
        serve(new Pot("pasta", ofSeconds(4)), new Pot("sauce", ofSeconds(3)), ofSeconds(2));
    }
}

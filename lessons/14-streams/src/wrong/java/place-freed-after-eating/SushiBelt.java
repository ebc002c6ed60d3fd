// says: "On the belt: plate 3" at 3 s
// says: there was room on the belt
package streams;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/** A cook puts plates on a belt, and a guest eats one after the other. */
final class SushiBelt {

    private static final int FISH = 20;

    /**
     * Serves a guest, who leaves after {@code hunger} plates. Then the cook stops, and the method returns.
     *
     * @param places how many plates can stand on the belt
     * @param hunger how many plates the guest eats
     */
    static void serve(int places, int hunger) throws Exception {
        var belt = new LinkedBlockingQueue<Integer>();
        var free = new Semaphore(places);
        try (var kitchen = Executors.newVirtualThreadPerTaskExecutor()) {
            var cooking = kitchen.submit(() -> cook(belt, free));
            try {
                for (int eaten = 0; eaten < hunger; eaten++) {
                    eat(belt.take());
                    free.release();
                }
            } finally {
                cooking.cancel(true);
            }
        }
    }

    /** Makes a plate every second, until it is interrupted or the fish is used up. */
    private static Void cook(BlockingQueue<Integer> belt, Semaphore free) throws InterruptedException {
        for (int plate = 1; plate <= FISH; plate++) {
            Thread.sleep(Duration.ofSeconds(1));
            free.acquire();
            belt.put(plate);
            IO.println("On the belt: plate " + plate);
        }
        return null;
    }

    private static void eat(int plate) throws InterruptedException {
        IO.println("Eating plate " + plate);
        Thread.sleep(Duration.ofMillis(2_500));
    }

    static void main() throws Exception {
        serve(2, 3);
    }
}

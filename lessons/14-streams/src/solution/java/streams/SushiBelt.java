package streams;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;

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
        var belt = new ArrayBlockingQueue<Integer>(places);
        try (var kitchen = Executors.newVirtualThreadPerTaskExecutor()) {
            var cooking = kitchen.submit(() -> cook(belt));
            try {
                for (int eaten = 0; eaten < hunger; eaten++) {
                    eat(belt.take());
                }
            } finally {
                cooking.cancel(true);
            }
        }
    }

    /** Makes a plate every second, until it is interrupted or the fish is used up. */
    private static Void cook(BlockingQueue<Integer> belt) throws InterruptedException {
        for (int plate = 1; plate <= FISH; plate++) {
            Thread.sleep(Duration.ofSeconds(1));
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

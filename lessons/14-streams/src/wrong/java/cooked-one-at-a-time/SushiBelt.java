// says: "On the belt: plate 2" at 2 s
// says: Run the cook on its own thread
package streams;

import java.time.Duration;

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
        for (int plate = 1; plate <= hunger; plate++) {
            Thread.sleep(Duration.ofSeconds(1));
            IO.println("On the belt: plate " + plate);
            eat(plate);
        }
    }

    private static void eat(int plate) throws InterruptedException {
        IO.println("Eating plate " + plate);
        Thread.sleep(Duration.ofMillis(2_500));
    }

    static void main() throws Exception {
        serve(2, 3);
    }
}

package sample;

import static java.time.Duration.ofSeconds;

/** Two errands at the same time. */
final class Errands {

    static void runAll() throws Exception {
        var bread = Thread.ofPlatform().name("bread").start(() -> errand("bread"));
        var milk = Thread.ofPlatform().name("milk").start(() -> errand("milk"));
        bread.join();
        milk.join();
    }

    private static void errand(String what) {
        try {
            Thread.sleep(ofSeconds(2));
            IO.println(what);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

package sample;

import static java.time.Duration.ofSeconds;

/** Two errands at once. */
final class Errands {

    static void runAll() throws Exception {
        // TODO: both at once
        errand("bread");
        errand("milk");
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

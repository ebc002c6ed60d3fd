package sample;

import static java.time.Duration.ofSeconds;

/** Two errands at the same time. */
final class Errands {

    static void runAll() throws Exception {
        // TODO: run both at the same time
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

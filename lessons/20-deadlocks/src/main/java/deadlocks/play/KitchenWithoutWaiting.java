package deadlocks.play;

import static java.util.concurrent.CompletableFuture.runAsync;
import static java.util.concurrent.Executors.newFixedThreadPool;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/** The kitchen of {@link SmallKitchen}. Each chef chops, and waits for no other task. */
final class KitchenWithoutWaiting {
    private final ExecutorService chefs =
            newFixedThreadPool(2, Thread.ofPlatform().name("Chef ", 1).factory());

    void waiter() {
        CompletableFuture<?> soup = order();
        CompletableFuture<?> stew = order();
        soup.join();
        stew.join();
    }

    private CompletableFuture<?> order() {
        return runAsync(this::cook, chefs);
    }

    private void cook() {
        chop();
    }

    private void chop() {}

    boolean isBroken() {
        chefs.close();
        return false;
    }
}

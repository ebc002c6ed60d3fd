package deadlocks.play;

import static java.util.concurrent.CompletableFuture.runAsync;
import static java.util.concurrent.Executors.newFixedThreadPool;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/** A waiter orders two dishes from two chefs. Each dish needs vegetables, which a chef must chop. */
final class SmallKitchen {
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
        runAsync(this::chop, chefs).join();
    }

    private void chop() {}

    boolean isBroken() {
        chefs.close();
        return false;
    }
}

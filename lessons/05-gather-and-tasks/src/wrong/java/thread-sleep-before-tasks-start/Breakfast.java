// says: "Cooking coffee"
// says: A task starts only when the code that created it has returned to the loop
package gatherandtasks;

import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A breakfast: the dishes cook on their own while you set the table. */
final class Breakfast {

    record Dish(String name, Duration time, boolean good) {}

    /**
     * Cooks all dishes while you set the table, and serves them in the given order. A toast that fails is served as "no
     * toast".
     */
    static List<String> make(List<Dish> dishes, Duration settingTheTable) throws Exception {
        return EventLoop.run(loop -> {
            var cooking = dishes.stream()
                    .map(dish -> loop.createTask(dish.name(), () -> cook(loop, dish))
                            .exceptionally(failed -> "no " + dish.name()))
                    .toList();
            IO.println("Setting the table");
            try {
                Thread.sleep(settingTheTable);
            } catch (InterruptedException stopped) {
                return CompletableFuture.failedFuture(stopped);
            }
            IO.println("The table is set");
            return loop.gather(cooking);
        });
    }

    /** Completes with the name of the dish, or fails if the dish is ruined. */
    private static CompletionStage<String> cook(EventLoop loop, Dish dish) {
        IO.println("Cooking " + dish.name());
        return loop.sleep(dish.time()).thenApply(cooked -> {
            if (!dish.good()) {
                throw new IllegalStateException("the " + dish.name() + " is ruined");
            }
            IO.println("Ready: " + dish.name());
            return dish.name();
        });
    }

    static void main() throws Exception {
        var coffee = new Dish("coffee", ofSeconds(4), true);
        var eggs = new Dish("eggs", ofSeconds(1), true);
        var toast = new Dish("toast", ofSeconds(2), true);
        IO.println("Served: " + make(List.of(coffee, eggs, toast), ofSeconds(3)));
    }
}

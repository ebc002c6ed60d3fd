// says: NullPointerException
// says: is null
package gatherandtasks;

import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** A breakfast: the dishes cook on their own while you set the table. */
final class Breakfast {

    record Dish(String name, Duration time, boolean good) {}

    static List<String> make(List<Dish> dishes, Duration settingTheTable) throws Exception {
        return EventLoop.run(loop -> {
            var tasks = dishes.stream()
                    .map(d -> cook(loop, d).exceptionally(e -> "no " + menu.get(d.name())))
                    .toList();
            IO.println("Setting the table");
            return loop.sleep(settingTheTable)
                    .thenRun(() -> IO.println("The table is set"))
                    .thenCompose(x -> loop.gather(tasks));
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

    private static Map<String, String> menu;
}

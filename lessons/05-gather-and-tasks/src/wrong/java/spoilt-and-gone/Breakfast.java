// says: It served [coffee, eggs]; wanted: [coffee, eggs, no toast]
package gatherandtasks;

import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

/** A breakfast: the dishes cook by themselves, and whoever makes it sets the table meanwhile. */
final class Breakfast {

    record Dish(String name, Duration time, boolean good) {}

    /**
     * Cooks all dishes while the table is set, and serves in the order given; "no toast" stands for a toast that
     * failed.
     */
    static List<String> make(List<Dish> dishes, Duration settingTheTable) throws Exception {
        return EventLoop.run(loop -> {
            var cooking = dishes.stream()
                    .map(dish -> loop.createTask(dish.name(), () -> cook(loop, dish)))
                    .toList();
            IO.println("Setting the table");
            return loop.sleep(settingTheTable)
                    .thenRun(() -> IO.println("The table is set"))
                    .thenCompose(set -> loop.gatherSettled(cooking))
                    .thenApply(all -> all.stream()
                            .filter(each -> each.state() == Future.State.SUCCESS)
                            .map(Future::resultNow)
                            .toList());
        });
    }

    /** Completes with the dish's name, or fails when it is spoilt. */
    private static CompletionStage<String> cook(EventLoop loop, Dish dish) {
        IO.println("Cooking " + dish.name());
        return loop.sleep(dish.time()).thenApply(cooked -> {
            if (!dish.good()) {
                throw new IllegalStateException("the " + dish.name() + " is spoilt");
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

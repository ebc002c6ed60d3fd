package gatherandtasks;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** A breakfast: the dishes cook on their own while you set the table. */
final class Breakfast {

    record Dish(String name, Duration time, boolean good) {}

    /**
     * Cooks all dishes while you set the table, and serves them in the given order. A dish that is ruined is served as
     * "no " and its name, such as "no toast".
     */
    static List<String> make(List<Dish> dishes, Duration settingTheTable) throws Exception {
        var served = new ArrayList<String>();
        try (var stove = Executors.newVirtualThreadPerTaskExecutor()) {
            var cooking =
                    dishes.stream().map(dish -> stove.submit(() -> cook(dish))).toList();
            IO.println("Setting the table");
            Thread.sleep(settingTheTable);
            IO.println("The table is set");
            for (int i = 0; i < dishes.size(); i++) {
                try {
                    served.add(cooking.get(i).get());
                } catch (ExecutionException failed) {
                    served.add("no " + dishes.get(i).name());
                }
            }
        }
        return served;
    }

    /** Returns the name of the dish, or fails if the dish is ruined. */
    private static String cook(Dish dish) throws InterruptedException {
        IO.println("Cooking " + dish.name());
        Thread.sleep(dish.time());
        if (!dish.good()) {
            throw new IllegalStateException("the " + dish.name() + " is ruined");
        }
        IO.println("Ready: " + dish.name());
        return dish.name();
    }

    static void main() throws Exception {
        var coffee = new Dish("coffee", ofSeconds(4), true);
        var eggs = new Dish("eggs", ofSeconds(1), true);
        var toast = new Dish("toast", ofSeconds(2), true);
        IO.println("Served: " + make(List.of(coffee, eggs, toast), ofSeconds(3)));
    }
}

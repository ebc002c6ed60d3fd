package deadlocks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Prepares dinners from recipes, some of which need other recipes. */
final class Kitchen {
    /** A dish. All its parts must be ready before it is cooked. */
    record Recipe(String name, List<Recipe> parts) {}

    /** Cooks a dish, and returns when it is ready. */
    interface Stove {
        void cook(String dish);
    }

    /**
     * Prepares all parts of the recipe, at the same time where possible, and then the dish itself. There are never more
     * dishes on the stove than cooks.
     *
     * @throws ExecutionException if the stove throws an exception
     */
    static void prepare(Recipe recipe, int cooks, Stove stove) throws InterruptedException, ExecutionException {
        List<List<Recipe>> levels = new ArrayList<>();
        for (List<Recipe> level = List.of(recipe); !level.isEmpty(); level = partsOf(level)) {
            levels.addFirst(level);
        }
        try (var kitchen = Executors.newFixedThreadPool(cooks)) {
            for (List<Recipe> level : levels) {
                List<Callable<Object>> tasks = level.stream()
                        .map(dish -> Executors.callable(() -> stove.cook(dish.name())))
                        .toList();
                for (Future<Object> task : kitchen.invokeAll(tasks)) {
                    task.get();
                }
            }
        }
    }

    private static List<Recipe> partsOf(List<Recipe> level) {
        return level.stream().flatMap(dish -> dish.parts().stream()).toList();
    }

    static void main() throws InterruptedException, ExecutionException {
        var dough = new Recipe("Dough", List.of());
        var pizza = new Recipe("Pizza", List.of(dough));
        prepare(new Recipe("Dinner", List.of(pizza)), 2, dish -> IO.println(dish + " is ready"));
    }
}

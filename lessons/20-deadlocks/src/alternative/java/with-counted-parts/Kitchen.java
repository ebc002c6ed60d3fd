package deadlocks;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

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
        try (var kitchen = Executors.newFixedThreadPool(cooks)) {
            var ready = new CompletableFuture<Void>();
            cook(recipe, kitchen, stove, ready, () -> ready.complete(null));
            ready.get();
        }
    }

    /** The last part that is ready submits the dish. */
    private static void cook(
            Recipe recipe, Executor kitchen, Stove stove, CompletableFuture<Void> failed, Runnable whenReady) {
        Runnable dish = () -> {
            try {
                stove.cook(recipe.name());
                whenReady.run();
            } catch (RuntimeException failure) {
                failed.completeExceptionally(failure);
            }
        };
        if (recipe.parts().isEmpty()) {
            kitchen.execute(dish);
        }
        var missing = new AtomicInteger(recipe.parts().size());
        for (Recipe part : recipe.parts()) {
            cook(part, kitchen, stove, failed, () -> {
                if (missing.decrementAndGet() == 0) {
                    kitchen.execute(dish);
                }
            });
        }
    }

    static void main() throws InterruptedException, ExecutionException {
        var dough = new Recipe("Dough", List.of());
        var pizza = new Recipe("Pizza", List.of(dough));
        prepare(new Recipe("Dinner", List.of(pizza)), 2, dish -> IO.println(dish + " is ready"));
    }
}

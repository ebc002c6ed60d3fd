// says: RejectedExecutionException
// says: after the pool had been closed
// says: before the pool is closed
package deadlocks;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

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
        CompletableFuture<Void> dinner;
        try (var kitchen = Executors.newFixedThreadPool(cooks)) {
            dinner = cook(recipe, kitchen, stove);
        }
        dinner.get();
    }

    private static CompletableFuture<Void> cook(Recipe recipe, Executor kitchen, Stove stove) {
        CompletableFuture<?>[] parts =
                recipe.parts().stream().map(part -> cook(part, kitchen, stove)).toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(parts).thenRunAsync(() -> stove.cook(recipe.name()), kitchen);
    }

    static void main() throws InterruptedException, ExecutionException {
        var dough = new Recipe("Dough", List.of());
        var pizza = new Recipe("Pizza", List.of(dough));
        prepare(new Recipe("Dinner", List.of(pizza)), 2, dish -> IO.println(dish + " is ready"));
    }
}

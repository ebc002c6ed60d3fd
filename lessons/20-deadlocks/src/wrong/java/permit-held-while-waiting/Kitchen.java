// says: every thread waits, and none can continue
// says: waits for a Semaphore
package deadlocks;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

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
        var free = new Semaphore(cooks);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            cook(recipe, threads, free, stove);
        }
    }

    private static Void cook(Recipe recipe, ExecutorService threads, Semaphore free, Stove stove)
            throws InterruptedException, ExecutionException {
        free.acquire();
        try {
            List<Future<Void>> parts = recipe.parts().stream()
                    .map(part -> threads.submit(() -> cook(part, threads, free, stove)))
                    .toList();
            for (Future<Void> part : parts) {
                part.get();
            }
            stove.cook(recipe.name());
        } finally {
            free.release();
        }
        return null;
    }

    static void main() throws InterruptedException, ExecutionException {
        var dough = new Recipe("Dough", List.of());
        var pizza = new Recipe("Pizza", List.of(dough));
        prepare(new Recipe("Dinner", List.of(pizza)), 2, dish -> IO.println(dish + " is ready"));
    }
}

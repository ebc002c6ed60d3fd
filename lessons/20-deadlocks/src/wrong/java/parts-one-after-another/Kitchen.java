// says: Expected 2 s of virtual time, but it took 3 s
// says: Start all parts
package deadlocks;

import java.util.List;
import java.util.concurrent.ExecutionException;

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
        for (Recipe part : recipe.parts()) {
            prepare(part, cooks, stove);
        }
        try {
            stove.cook(recipe.name());
        } catch (RuntimeException failure) {
            throw new ExecutionException(failure);
        }
    }

    static void main() throws InterruptedException, ExecutionException {
        var dough = new Recipe("Dough", List.of());
        var pizza = new Recipe("Pizza", List.of(dough));
        prepare(new Recipe("Dinner", List.of(pizza)), 2, dish -> IO.println(dish + " is ready"));
    }
}

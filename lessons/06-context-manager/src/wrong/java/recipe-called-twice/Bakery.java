// says: Expected "Baking bread" once
// says: Call the recipe once
package contextmanager;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** An oven that is switched off, whatever happens to the cake. */
final class Bakery {

    /** A hot oven. Heating takes 1 s, and cooling down 0.5 s. */
    record Oven(EventLoop loop) {

        static CompletionStage<Oven> heat(EventLoop loop) {
            IO.println("Heating the oven");
            return loop.sleep(ofSeconds(1)).thenApply(hot -> new Oven(loop));
        }

        CompletionStage<String> bake(String what, Duration time) {
            IO.println("Baking " + what);
            return loop.sleep(time).thenApply(baked -> what + " is done");
        }

        CompletionStage<Void> switchOff() {
            IO.println("Switching the oven off");
            return loop.sleep(ofMillis(500)).thenRun(() -> IO.println("The oven is cold"));
        }
    }

    /**
     * Heats an oven, runs the recipe, and switches the oven off in any case: after a value, a failure or a
     * cancellation. When the oven is cold, the future completes with the value or the failure of the recipe.
     */
    static <T> CompletionStage<T> withOven(EventLoop loop, Function<Oven, CompletionStage<T>> recipe) {
        return Oven.heat(loop).thenCompose(oven -> {
            return loop.completed(oven)
                    .thenCompose(recipe)
                    .handle((result, failure) -> oven.switchOff())
                    .thenCompose(Function.identity())
                    .thenCompose(cold -> recipe.apply(oven));
        });
    }

    static void main() throws Exception {
        IO.println(EventLoop.run(loop -> withOven(loop, oven -> oven.bake("bread", ofSeconds(2)))));
    }
}

// says: "Switching the oven off" came at 1 s; wanted: at 3 s
// says: returned at once
package contextmanager;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** An oven that is switched off whatever becomes of what is in it. */
final class Bakery {

    /** An oven that is hot. To heat it takes 1 s, and half a second to let it cool down. */
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
     * Heats an oven and follows the recipe, which may end with a value, fail or be cancelled. Whatever it does, the
     * oven is switched off then; and when it is cold, this completes as the recipe did.
     */
    static <T> CompletionStage<T> withOven(EventLoop loop, Function<Oven, CompletionStage<T>> recipe) {
        return Oven.heat(loop).thenCompose(oven -> {
            try {
                return recipe.apply(oven);
            } finally {
                oven.switchOff();
            }
        });
    }

    static void main() throws Exception {
        IO.println(EventLoop.run(loop -> withOven(loop, oven -> oven.bake("bread", ofSeconds(2)))));
    }
}

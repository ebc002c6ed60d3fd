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

    /** Lets AsyncWith of this lesson close the oven, which is closed by switching it off. */
    static <T> CompletionStage<T> withOven(EventLoop loop, Function<Oven, CompletionStage<T>> recipe) {
        record Closing(Oven oven) implements AsyncCloseable {
            @Override
            public CompletionStage<Void> close() {
                return oven.switchOff();
            }
        }
        return AsyncWith.asyncWith(Oven.heat(loop).thenApply(Closing::new), closing -> recipe.apply(closing.oven()));
    }

    static void main() throws Exception {
        IO.println(EventLoop.run(loop -> withOven(loop, oven -> oven.bake("bread", ofSeconds(2)))));
    }
}

package contextmanager;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;

/** The oven is switched off in any case, and withOven completes only when it is cold. */
public final class BakeryCheck implements Check {
    private static final String OFF = "Switching the oven off";
    private static final String COLD = "The oven is cold";

    @Override
    public void check(Exam exam) {
        Run bread = exam.run(() ->
                IO.println(EventLoop.run(loop -> Bakery.withOven(loop, oven -> oven.bake("bread", ofSeconds(2))))));
        exam.claim(
                "The oven is switched off when the bread is done.",
                bread.finds(
                                bread.timeOf(OFF).isPresent(),
                                () -> "Expected \"" + OFF + "\" at 3 s, but it was never printed. exceptionally is"
                                        + " called only after a failure.")
                        .next("Switch the oven off in handle, which is called with a value or with a failure.")
                        .and(switchedOffAt(bread, 3)
                                .because("The recipe returns its future at once, when the baking has only started.")
                                .next("Attach a step to the future of the recipe, and switch the oven off there:"
                                        + " handle.")));
        exam.claim(
                "withOven completes when the oven is cold.",
                bread.finds(
                                bread.timeOf(COLD).isPresent(),
                                () -> "Expected \"" + COLD + "\" at 3.5 s, but it was never printed: the loop ended"
                                        + " earlier. whenComplete does not wait for the future that switchOff returns,"
                                        + " and neither does handle.")
                        .next("handle returns a future inside a future. thenCompose waits for the inner one.")
                        .and(bread.printedAtMost(1, "Baking bread")
                                .because("The recipe ran twice.")
                                .next("Call the recipe once, and keep its future in a variable. A future can be read"
                                        + " again when the oven is cold."))
                        .and(bread.printedBefore(COLD, "bread is done"))
                        .and(bread.took(ofMillis(3500))));

        Run burnt = exam.runThatMayFail(() -> EventLoop.run(loop -> Bakery.withOven(loop, oven -> burn(loop))));
        exam.claim(
                "The oven is switched off after the recipe has failed.",
                switchedOff(burnt, "The cake burnt at 3 s")
                        .because("thenCompose and thenRun are called only after success.")
                        .next("Switch the oven off in handle, which is called with a value or with a failure.")
                        .and(switchedOffAt(burnt, 3)));
        exam.claim(
                "The caller receives the failure of the recipe.",
                burnt.threw(IllegalStateException.class)
                        .because("withOven must fail if the recipe fails.")
                        .next("Keep the future of the recipe, and return it when the oven is cold: thenCompose(cold ->"
                                + " baking)."));
        exam.claim(
                "The caller receives it when the oven is cold.",
                cold(burnt, ofMillis(3500))
                        .because("The recipe failed at 3 s, and nothing waited for the future that switchOff returns.")
                        .next("After a failure, too, the next step must wait for switchOff. exceptionally does not wait"
                                + " for a future: use handle, and thenCompose for the future that it returns."));

        Run late = exam.runThatMayFail(() -> EventLoop.run(loop ->
                loop.timeout(ofSeconds(2), Bakery.withOven(loop, oven -> oven.bake("a roast", ofSeconds(60))))));
        exam.claim(
                "The oven is switched off after a timeout of 2 s.",
                switchedOff(late, "The roast was cancelled at 2 s")
                        .and(switchedOffAt(late, 2))
                        .and(cold(late, ofMillis(2500)))
                        .and(late.threw(TimeoutException.class))
                        .next("A cancellation is a failure like any other if it reaches the recipe: return one chain"
                                + " of futures, and start it with a future of the loop."));

        Run noFlour = exam.runThatMayFail(() -> EventLoop.run(loop -> Bakery.withOven(loop, oven -> noFlour())));
        exam.claim(
                "The oven is switched off when the recipe throws an exception at once.",
                switchedOff(noFlour, "The recipe threw an exception at 1 s, before it returned a future")
                        .next("Let thenCompose call the recipe. It turns an exception into a failed future:"
                                + " loop.completed(oven).thenCompose(recipe).")
                        .and(noFlour.threw(IllegalStateException.class)));

        Run three = exam.run(() -> EventLoop.run(
                loop -> loop.gather(bake(loop, "rolls", 1), bake(loop, "bread", 2), bake(loop, "a roast", 4))));
        exam.claim(
                "Three ovens at the same time take 5.5 s, as long as the slowest.",
                three.took(ofMillis(5500))
                        .and(three.finds(
                                three.threadsStarted() == 0,
                                () -> "Expected no thread but that of the loop, but " + three.threadsStarted()
                                        + " were started.")));
    }

    private static CompletionStage<String> bake(EventLoop loop, String what, int seconds) {
        return Bakery.withOven(loop, oven -> oven.bake(what, ofSeconds(seconds)));
    }

    private static CompletionStage<String> burn(EventLoop loop) {
        return loop.sleep(ofSeconds(2)).thenApply(late -> {
            throw new IllegalStateException("the cake is burnt");
        });
    }

    private static CompletionStage<String> noFlour() {
        throw new IllegalStateException("there is no flour");
    }

    private static Finding switchedOffAt(Run run, int second) {
        return run.finds(
                        run.timeOf(OFF).isPresent(),
                        () -> "Expected \"" + OFF + "\" at " + second + " s, but it was never printed.")
                .and(run.printedAt(ofSeconds(second), OFF));
    }

    private static Finding switchedOff(Run run, String whatHappened) {
        return run.finds(run.timeOf(OFF).isPresent(), () -> whatHappened + ", and the oven was never switched off.");
    }

    private static Finding cold(Run run, Duration time) {
        return run.printedAt(time, COLD).and(run.took(time));
    }
}

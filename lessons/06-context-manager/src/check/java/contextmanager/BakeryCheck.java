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

/** Opened once, closed once, whatever happened in between; and nobody goes on before it is closed. */
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
                                () -> "\"" + OFF + "\" never came. exceptionally is called after a failure alone.")
                        .next("handle is called with a value or with a failure: switch the oven off there.")
                        .and(switchedOffAt(bread, 3)
                                .because("What the recipe returned at once is a future: it had only begun.")
                                .next("Switch it off in a step that comes after the recipe's future: handle.")));
        exam.claim(
                "Nobody gets the bread before the oven is cold.",
                bread.finds(
                                bread.timeOf(COLD).isPresent(),
                                () -> "\"" + COLD
                                        + "\" never came: the loop was closed before. Nobody waited for the future"
                                        + " that switchOff returned. whenComplete does not, nor does a handle whose"
                                        + " own future is dropped.")
                        .next("handle gives you a future inside a future; thenCompose waits for the inner one.")
                        .and(bread.printedBefore(COLD, "bread is done"))
                        .and(bread.took(ofMillis(3500))));

        Run burnt = exam.runThatMayFail(() -> EventLoop.run(loop -> Bakery.withOven(loop, oven -> burn(loop))));
        exam.claim(
                "It is switched off when the recipe fails, too.",
                switchedOff(burnt, "The cake burnt at 3 s")
                        .because("thenCompose and thenRun are called after a success alone.")
                        .next("handle is called with a value or with a failure: switch the oven off there.")
                        .and(switchedOffAt(burnt, 3)));
        exam.claim(
                "Whoever asked for the cake hears that it burnt.",
                burnt.threw(IllegalStateException.class)
                        .because("withOven completes as the recipe did, failures too.")
                        .next("Keep the recipe's future; when the oven is cold, return it: thenCompose(cold ->"
                                + " followed)."));
        exam.claim("And that not before the oven is cold.", cold(burnt, ofMillis(3500)));

        Run late = exam.runThatMayFail(() -> EventLoop.run(loop ->
                loop.timeout(ofSeconds(2), Bakery.withOven(loop, oven -> oven.bake("a roast", ofSeconds(60))))));
        exam.claim(
                "It is switched off when nobody waits any more: given up at 2 s.",
                switchedOff(late, "The roast was given up at 2 s")
                        .and(switchedOffAt(late, 2))
                        .and(cold(late, ofMillis(2500)))
                        .and(late.threw(TimeoutException.class))
                        .next("A cancellation is a failure like any other, if your futures"
                                + " hang together: return the chain, and begin it with what the loop gives you."));

        Run noFlour = exam.runThatMayFail(() -> EventLoop.run(loop -> Bakery.withOven(loop, oven -> noFlour())));
        exam.claim(
                "It is switched off when the recipe does not even begin.",
                switchedOff(noFlour, "The recipe threw at 1 s," + " before it returned a future")
                        .next("Let thenCompose call the recipe, it makes a failed future of what is"
                                + " thrown: loop.completed(oven).thenCompose(recipe).")
                        .and(noFlour.threw(IllegalStateException.class)));

        Run three = exam.run(() -> EventLoop.run(
                loop -> loop.gather(bake(loop, "rolls", 1), bake(loop, "bread", 2), bake(loop, "a roast", 4))));
        exam.claim(
                "Three ovens at once take as long as the longest: 5.5 s.",
                three.took(ofMillis(5500))
                        .and(three.finds(
                                three.threadsStarted() == 0,
                                () -> "It started " + three.threadsStarted() + " threads; wanted: none.")));
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
        return run.finds(run.timeOf(OFF).isPresent(), () -> "\"" + OFF + "\" never came; wanted: at " + second + " s.")
                .and(run.printedAt(ofSeconds(second), OFF));
    }

    private static Finding switchedOff(Run run, String whatHappened) {
        return run.finds(run.timeOf(OFF).isPresent(), () -> whatHappened + ", and the oven was never switched off.");
    }

    private static Finding cold(Run run, Duration wanted) {
        return run.printedAt(wanted, COLD).and(run.took(wanted));
    }
}

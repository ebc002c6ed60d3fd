package timeoutsandcancellation;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.time.Duration;
import java.util.List;
import timeoutsandcancellation.PriceSearch.Shop;

/** One deadline for all shops: the last one gets what is left, and no shop is called after it. */
public final class PriceSearchCheck implements Check {
    private static final Shop ALDER = new Shop("Alder", ofSeconds(10), true);
    private static final Shop BIRCH = new Shop("Birch", ofSeconds(10), true);
    private static final Shop CEDAR = new Shop("Cedar", ofSeconds(10), true);
    private static final Shop ELM = new Shop("Elm", ofSeconds(1), true);
    private static final Duration PER_SHOP = ofSeconds(2);

    @Override
    public void check(Exam exam) {
        Run five = exam.run(() -> search(ofSeconds(5), ALDER, BIRCH, CEDAR, ELM));
        exam.claim(
                "Each shop gets at most 2 s: Birch is called at 2 s, and Cedar at 4 s.",
                five.printedAt(PER_SHOP, "Calling Birch")
                        .and(five.printedAt(ofSeconds(4), "Calling Cedar"))
                        .next("Call one shop after the other, each for at most perShop."));
        exam.claim(
                "Cedar gets the second that is left until 5 s.",
                five.printedAt(ofSeconds(5), "Hung up on Cedar")
                        .because("The search may take 5 s, and Cedar was called at 4 s.")
                        .next("Compute the deadline once, before the loop. The limit of a call is the smaller one of"
                                + " perShop and the time that is left."));
        exam.claim(
                "After 5 s, no other shop is called.",
                five.finds(
                                !five.output().contains("Calling Elm"),
                                () -> "Expected no line \"Calling Elm\", but it was printed.")
                        .because("No time is left.")
                        .next("End the loop when the deadline has passed."));
        exam.claim(
                "The search takes 5 s, and nothing is left running.",
                five.took(ofSeconds(5)).and(five.leftNothingRunning()).and(price(five, "no price")));

        Run first = exam.run(() -> search(ofSeconds(60), ALDER, new Shop("Birch", ofMillis(500), false), ELM));
        exam.claim(
                "A closed shop is followed by the next one, and the first price ends the search.",
                price(first, "the price of Elm")
                        .and(first.took(ofMillis(3_500)))
                        .next("Catch the ExecutionException of a closed shop, too."));

        Run closed = exam.run(() -> search(ofSeconds(3), new Shop("Alder", ofMillis(1_500), false), BIRCH, ELM));
        exam.claim(
                "The time that a closed shop takes counts: Birch gets 1.5 s of 3 s.",
                closed.printedAt(ofSeconds(3), "Hung up on Birch")
                        .and(closed.took(ofSeconds(3)))
                        .and(price(closed, "no price"))
                        .because("A closed shop took 1.5 s of the 3 s. What counts is the time that has passed.")
                        .next("Compare the deadline with System.nanoTime() before each call."));

        Run brief = exam.run(() -> search(ofMillis(2_500), ALDER, BIRCH, ELM));
        exam.claim(
                "A search may take 2.5 s, too.",
                brief.took(ofMillis(2_500))
                        .and(price(brief, "no price"))
                        .because("It is right for 5 s and 3 s, but not for 2.5 s.")
                        .next("The deadline is total from the start of the search, to the nanosecond."));

        Run interrupted = exam.runInterruptedAfter(ofSeconds(1), () -> search(ofSeconds(5), ALDER, BIRCH));
        exam.claim(
                "An interrupt ends the search.",
                interrupted
                        .threw(InterruptedException.class)
                        .and(interrupted.leftNothingRunning())
                        .because("An interrupt is a request to stop. It is no reason to call the next shop.")
                        .next("Catch only the TimeoutException and the ExecutionException."));
    }

    private static void search(Duration total, Shop... shops) throws Exception {
        IO.println("Result: " + PriceSearch.search(List.of(shops), PER_SHOP, total));
    }

    private static Finding price(Run run, String expected) {
        return run.printedLine("Result: " + expected);
    }
}

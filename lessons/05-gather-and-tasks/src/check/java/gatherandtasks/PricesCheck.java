package gatherandtasks;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;

import gatherandtasks.Prices.Shop;
import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.util.List;
import java.util.stream.IntStream;

/** All shops are asked at the same time, and the order of the results does not depend on the fastest shop. */
public final class PricesCheck implements Check {
    private static final List<Shop> THREE = List.of(
            new Shop("Corner", 30, ofSeconds(3)),
            new Shop("Market", 10, ofSeconds(1)),
            new Shop("Online", 20, ofSeconds(2)));
    /** More than a pool of a hard-coded size can ask at once. Two branches of a shop have the same name. */
    private static final List<Shop> HUNDRED = IntStream.rangeClosed(1, 101)
            .mapToObj(number -> new Shop("Shop " + (number + 1) / 2, number, ofSeconds(2)))
            .toList();
    /** Two of them need equally long, so that their order of completion depends on the scheduler. */
    private static final List<Shop> NINE = IntStream.rangeClosed(1, 9)
            .mapToObj(number -> new Shop("Shop " + number, 100 - number, ofSeconds(5 - number / 2)))
            .toList();

    @Override
    public void check(Exam exam) {
        Run three = exam.run(() -> IO.println(Prices.ask(THREE)));
        exam.claim(
                "All shops are asked at 0 s.",
                three.printedAt(ZERO, "Asking Market")
                        .and(three.printedAt(ZERO, "Asking Online"))
                        .because("It had to wait for the answer of the shop before.")
                        .next("Submit all questions before the first get()."));
        exam.claim(
                "The prices are in the order of the shops.",
                returned(three, "[30, 10, 20]")
                        .because("That is a race condition if the fastest shop decides the order.")
                        .next("Keep the futures in a list. Then call get() on each, in the order of the list."));
        exam.claim("It takes 3 s, as long as the slowest shop.", three.took(ofSeconds(3)));

        Run nine = exam.run(() -> IO.println(Prices.ask(NINE)));
        exam.claim(
                "Nine shops take 5 s, and their prices are in the right order.",
                returned(nine, "[99, 98, 97, 96, 95, 94, 93, 92, 91]")
                        .and(nine.took(ofSeconds(5)))
                        .rightOnlyFor("three shops", "nine"));

        Run hundred = exam.run(() -> IO.println(Prices.ask(HUNDRED)));
        exam.claim(
                "A hundred and one shops take 2 s.",
                hundred.took(ofSeconds(2))
                        .because("It is right for nine shops, but not for 101.")
                        .next("Every shop needs a thread, however many shops there are. Virtual threads cost next to"
                                + " nothing.")
                        .and(hundred.returned(
                                        "ask",
                                        HUNDRED.stream()
                                                .map(Shop::price)
                                                .toList()
                                                .toString(),
                                        hundred.output().getLast())
                                .because("Two branches of a shop have the same name, but each has its own price.")
                                .next("Keep the futures in a list, one per shop.")));
    }

    private static Finding returned(Run run, String expected) {
        String last = run.output().getLast();
        return run.finds(last.equals(expected), () -> "Expected " + expected + ", but ask returned " + last + ".");
    }
}

package chatserver;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;

import chatserver.Laundry.Load;
import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Both stages run at the same time, the queue between them is bounded, and a failure of one stops the other. */
public final class LaundryCheck implements Check {
    private static final List<Load> FIVE = loads("shirts", "jeans", "towels", "socks", "sheets");
    private static final List<Load> WITH_WOOL = List.of(
            new Load("shirts", true),
            new Load("wool", false),
            new Load("jeans", true),
            new Load("towels", true),
            new Load("socks", true),
            new Load("sheets", true));
    private static final List<Load> TWELVE = IntStream.rangeClosed(1, 12)
            .mapToObj(number -> new Load("load " + number, true))
            .toList();

    @Override
    public void check(Exam exam) {
        Run laundry = exam.run(() -> Laundry.doAll(FIVE, 1));
        exam.claim(
                "The washing machine is never idle: the second load goes in at 1 s.",
                laundry.printedAt(ofSeconds(1), "Washing jeans")
                        .because(() ->
                                laundry.timeOf("Washing jeans").orElse(ZERO).isZero()
                                        ? "There is one washing machine, and it takes one load at a time."
                                        : "The washing machine was idle while the dryer ran.")
                        .next("Use one thread for washing, one for drying, and a BlockingQueue between them."));
        exam.claim(
                "Every load gets dry.",
                laundry.finds(
                                FIVE.stream()
                                        .allMatch(load -> laundry.timeOf("Dry: " + load.name())
                                                .isPresent()),
                                () -> "Expected \"Dry: " + firstWet(laundry)
                                        + "\", but it was never printed. An empty basket is not the end: the next load"
                                        + " may still be in the washing machine.")
                        .next("take() waits for the next load. Call it once for each load."));
        exam.claim(
                "The first load is dried as soon as it is washed.",
                laundry.printedAt(ofSeconds(1), "Drying shirts")
                        .next("Put each load into the basket as soon as it is washed, and continue with the next."));
        exam.claim(
                "The washing machine waits while the basket is full.",
                laundry.finds(
                                laundry.timeOf("Washing sheets")
                                                .orElse(ofSeconds(5))
                                                .compareTo(ofSeconds(5))
                                        >= 0,
                                () -> "Expected \"Washing sheets\" at 5 s, but it was printed at "
                                        + Run.seconds(
                                                laundry.timeOf("Washing sheets").orElseThrow())
                                        + ". The basket was full: it holds one load, the towels, so the socks had to"
                                        + " stay in the machine until 5 s.")
                        .next("Use a BlockingQueue with a capacity: its put() blocks while it is full."));
        exam.claim(
                "The dryer is never idle after the first second: 11 s in total.",
                laundry.took(ofSeconds(11)).and(laundry.leftNothingRunning()));

        Run shrunk = exam.runThatMayFail(() -> Laundry.doAll(WITH_WOOL, 1));
        exam.claim(
                "When a load shrinks, doAll throws the exception.",
                shrunk.finds(
                                shrunk.threwOrWrapped(IllegalStateException.class, "wool shrank"),
                                () -> "Expected IllegalStateException: wool shrank, but doAll threw "
                                        + shrunk.thrown().map(Run::described).orElse("nothing")
                                        + ".")
                        .because(() -> isLostInAFuture(shrunk)
                                ? "The exception of the future was never retrieved."
                                : "The dryer threw it, and your code caught it.")
                        .next(() -> isLostInAFuture(shrunk)
                                ? "Dry on the calling thread, or call get() on the future of the dryer."
                                : "Do not catch it. To stop the washing, use finally: it runs after an exception too,"
                                        + " and the caller still receives the exception."));
        exam.claim(
                "Then the washing stops at once.",
                shrunk.leftNothingRunning()
                        .and(shrunk.took(ofSeconds(5)))
                        .because("The dryer failed at 5 s, and there was nothing to wait for after that.")
                        .next("Call cancel(true) on the future of the washing, in finally: it interrupts a put()"
                                + " that is blocked."));

        Run large = exam.run(() -> Laundry.doAll(TWELVE, 3));
        exam.claim(
                "The washing machine does not wait while there is room in the basket.",
                large.printedAt(ofSeconds(4), "Washing load 5")
                        .because("The basket holds three loads, and only two were waiting for the dryer.")
                        .next("The capacity of the queue is the size of the basket."));
        exam.claim(
                "Twelve loads with a basket for three take 25 s.",
                large.took(ofSeconds(25))
                        .and(large.leftNothingRunning())
                        .and(notBefore(large))
                        .rightOnlyFor("five loads", "twelve"));
    }

    /**
     * At 15 s the dryer takes load 8 out of the basket, which makes room for load 11. Only then is the machine free for
     * load 12.
     */
    private static Finding notBefore(Run large) {
        return large.finds(
                large.timeOf("Washing load 12").orElse(ZERO).compareTo(ofSeconds(15)) >= 0,
                () -> "Expected \"Washing load 12\" at 15 s, but it was printed at "
                        + large.timeOf("Washing load 12").map(Run::seconds).orElse("no time")
                        + ", when more than three loads were waiting.");
    }

    private static boolean isLostInAFuture(Run shrunk) {
        return shrunk.failedInATask(IllegalStateException.class, "wool shrank");
    }

    private static String firstWet(Run run) {
        return FIVE.stream()
                .map(Load::name)
                .filter(name -> run.timeOf("Dry: " + name).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static List<Load> loads(String... names) {
        return Stream.of(names).map(name -> new Load(name, true)).toList();
    }
}

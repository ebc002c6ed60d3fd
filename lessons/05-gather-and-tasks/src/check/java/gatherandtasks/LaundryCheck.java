package gatherandtasks;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;

import gatherandtasks.Laundry.Load;
import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Both stages work at the same time, the queue between them is bounded, and a failure of one stops the other. */
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
                "The washing machine does not stand still: the second load goes in at 1 s.",
                laundry.printedAt(ofSeconds(1), "Washing jeans")
                        .because(() ->
                                laundry.timeOf("Washing jeans").orElse(ZERO).isZero()
                                        ? "There is one washing machine, and it takes a load at a time."
                                        : "The washing machine stood still while the dryer ran.")
                        .next("A thread for the washing, one for the drying, and a BlockingQueue between them."));
        exam.claim(
                "Every load comes out dry.",
                laundry.finds(
                                FIVE.stream()
                                        .allMatch(load -> laundry.timeOf("Dry: " + load.name())
                                                .isPresent()),
                                () -> "It did not print \"Dry: " + firstWet(laundry)
                                        + "\". An empty basket is not the end: the next load may still be in the wash.")
                        .next("How many will come? take() waits for each; so take as often as there are loads."));
        exam.claim(
                "The first is dried as soon as it is washed.",
                laundry.printedAt(ofSeconds(1), "Drying shirts")
                        .next("Hand each load over when it is washed: put() it into the basket, and go on with the"
                                + " next."));
        exam.claim(
                "When the basket is full, the washing waits.",
                laundry.finds(
                                laundry.timeOf("Washing sheets")
                                                .orElse(ofSeconds(5))
                                                .compareTo(ofSeconds(5))
                                        >= 0,
                                () -> "\"Washing sheets\" came at "
                                        + Run.seconds(
                                                laundry.timeOf("Washing sheets").orElseThrow())
                                        + ". By then the basket was full: it holds one load, the towels; the socks had"
                                        + " to be kept in the machine until 5 s.")
                        .next("A BlockingQueue with a capacity lets put() wait while it is full."));
        exam.claim(
                "The dryer never waits after the first second: 11 s in all.",
                laundry.took(ofSeconds(11)).and(laundry.leftNothingRunning()));

        Run shrunk = exam.runThatMayFail(() -> Laundry.doAll(WITH_WOOL, 1));
        exam.claim(
                "When something shrinks, whoever called hears of it.",
                shrunk.finds(
                                hasShrunk(shrunk.thrown().orElse(null)),
                                () -> shrunk.thrown()
                                                .map(other -> "It threw " + other)
                                                .orElse("It threw nothing")
                                        + "; wanted: IllegalStateException: wool shrank. Its future knows, and nobody"
                                        + " asked.")
                        .next("Dry on the thread that called, or get() the future of the drying."));
        exam.claim(
                "Then the washing is stopped, at once.",
                shrunk.leftNothingRunning()
                        .and(shrunk.took(ofSeconds(5)))
                        .because("The dryer failed at 5 s; there was nothing to wait for.")
                        .next("cancel(true) the washing in a finally: a put() that waits is interrupted."));

        Run large = exam.run(() -> Laundry.doAll(TWELVE, 3));
        exam.claim(
                "Twelve loads and a basket for three take 25 s.",
                large.took(ofSeconds(25))
                        .and(large.leftNothingRunning())
                        .and(notBefore(large))
                        .because("So it was right for five loads, and is not for twelve."));
    }

    /**
     * Load 11 finds room in the basket when the eighth is taken out, at 15 s; only then is the machine free for load
     * 12.
     */
    private static Finding notBefore(Run large) {
        return large.finds(
                large.timeOf("Washing load 12").orElse(ZERO).compareTo(ofSeconds(15)) >= 0,
                () -> "\"Washing load 12\" came at "
                        + large.timeOf("Washing load 12").map(Run::seconds).orElse("no time")
                        + ", when more than three were waiting.");
    }

    private static String firstWet(Run run) {
        return FIVE.stream()
                .map(Load::name)
                .filter(name -> run.timeOf("Dry: " + name).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static boolean hasShrunk(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof IllegalStateException && "wool shrank".equals(cause.getMessage());
    }

    private static List<Load> loads(String... names) {
        return Stream.of(names).map(name -> new Load(name, true)).toList();
    }
}

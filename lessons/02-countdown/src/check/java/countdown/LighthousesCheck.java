package countdown;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;

import countdown.Lighthouses.Lighthouse;
import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Run;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A loop with a wait in it, on an event loop: each round begins when the wait of the one before is over. */
public final class LighthousesCheck implements Check {
    private static final List<Lighthouse> TWO =
            List.of(new Lighthouse("North", 3, ofSeconds(2)), new Lighthouse("South", 4, ofSeconds(1)));
    /** The middle one takes longest: 3 times 3 s. */
    private static final List<Lighthouse> FIVE = IntStream.rangeClosed(1, 5)
            .mapToObj(number -> new Lighthouse("Light " + number, number, ofSeconds(6 - number)))
            .toList();

    @Override
    public void check(Exam exam) {
        Run coast = exam.run(() -> Lighthouses.flashAll(TWO));
        exam.claim(
                "Both begin at once.",
                coast.finds(
                                coast.timeOf("South: flash 1").equals(Optional.of(ZERO)),
                                () -> "South's first flash came at "
                                        + coast.timeOf("South: flash 1")
                                                .map(Run::seconds)
                                                .orElse("no time")
                                        + "; wanted: at 0 s. Thread.sleep holds the one thread there is, and with it"
                                        + " everybody.")
                        .next("Wait with loop.sleep: it gives the thread back, and says when the time is over."));
        exam.claim(
                "No flash is missing.",
                coast.finds(
                                missing(coast).isEmpty(),
                                () -> "\"" + missing(coast).getFirst()
                                        + "\" never came. The loop was closed at " + Run.seconds(coast.elapsed())
                                        + ": what flash returned was over by then.")
                        .next("What comes after the dark belongs into what you return: thenCompose, and there"
                                + " return the future of the next flash."));
        exam.claim(
                "No flash is one too many.",
                coast.printedInAnyOrder(flashes(TWO)).next("What is to stop it? Look at the number before you flash."));
        exam.claim(
                "It is dark for 2 s between two flashes of North, and for 1 s between those of South.",
                coast.printedAt(ofSeconds(2), "North: flash 2")
                        .and(coast.printedAt(ofSeconds(4), "North: flash 3"))
                        .and(coast.printedAt(ofSeconds(1), "South: flash 2"))
                        .and(coast.printedAt(ofSeconds(3), "South: flash 4"))
                        .because("loop.sleep does not wait: it returns a future at once, and the next line runs.")
                        .next("Put the next flash behind the sleep: thenCompose calls it when the dark is over."));
        exam.claim(
                "One thread is enough.",
                coast.finds(
                                coast.threadsStarted() == 0,
                                () -> "It started "
                                        + (coast.threadsStarted() == 1
                                                ? "a thread"
                                                : coast.threadsStarted() + " threads")
                                        + ". That works, but here the loop's own thread is to do it all.")
                        .next("Let no thread wait: loop.sleep(...).thenCompose(...)."));
        exam.claim(
                "All take 6 s, as long as North alone.",
                coast.took(ofSeconds(6))
                        .because("It is dark for 2 s after the last flash, too.")
                        .next("Sleep after every flash, and look only then whether there is another."));

        Run large = exam.run(() -> Lighthouses.flashAll(FIVE));
        exam.claim(
                "Five lighthouses take as long as the slowest of them: 9 s.",
                large.printedInAnyOrder(flashes(FIVE))
                        .and(large.took(ofSeconds(9)))
                        .because("So it was right for two lighthouses, and is not for five."));
    }

    private static List<String> missing(Run run) {
        return Stream.of(flashes(TWO))
                .filter(flash -> !run.output().contains(flash))
                .toList();
    }

    private static String[] flashes(List<Lighthouse> lighthouses) {
        return lighthouses.stream()
                .flatMap(each ->
                        IntStream.rangeClosed(1, each.flashes()).mapToObj(number -> each.name() + ": flash " + number))
                .toArray(String[]::new);
    }
}

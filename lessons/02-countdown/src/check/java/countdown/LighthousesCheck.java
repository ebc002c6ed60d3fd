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

/** Each flash follows the pause of the flash before it, on one thread. */
public final class LighthousesCheck implements Check {
    private static final List<Lighthouse> TWO =
            List.of(new Lighthouse("North", 3, ofSeconds(2)), new Lighthouse("South", 4, ofSeconds(1)));
    /** The third one takes longest: three pauses of 3 s. */
    private static final List<Lighthouse> FIVE = IntStream.rangeClosed(1, 5)
            .mapToObj(number -> new Lighthouse("Light " + number, number, ofSeconds(6 - number)))
            .toList();

    @Override
    public void check(Exam exam) {
        Run coast = exam.run(() -> Lighthouses.flashAll(TWO));
        exam.claim(
                "Both lighthouses start at 0 s.",
                coast.printedAt(ZERO, "South: flash 1")
                        .because(() -> {
                            if (coast.sleptOnTheLoop()) {
                                return "Thread.sleep blocks the loop's only thread, so no other task can run.";
                            }
                            return coast.isEarly(
                                            "North: flash 3",
                                            coast.timeOf("South: flash 1").orElse(ZERO))
                                    ? "South waited until North had ended."
                                    : "";
                        })
                        .next(() -> coast.sleptOnTheLoop()
                                ? "Pause with loop.sleep, which does not block the thread."
                                : "Start a task for every lighthouse, with its flash 1, before you wait for one."));
        exam.claim(
                "Every flash is printed.",
                coast.finds(
                                missing(coast).isEmpty(),
                                () -> "Expected \"" + missing(coast).getFirst()
                                        + "\", but it was never printed. The future that flash returned was complete"
                                        + " at " + Run.seconds(coast.elapsed()) + ", so the loop was closed.")
                        .next("Return a future that also waits for the next flash: thenCompose does, thenRun does"
                                + " not."));
        exam.claim(
                "No flash is printed too often.",
                coast.printedInAnyOrder(flashes(TWO))
                        .next("Stop after the last flash: compare the number before you print."));
        exam.claim(
                "North pauses for 2 s between two flashes, and South for 1 s.",
                coast.printedAt(ofSeconds(2), "North: flash 2")
                        .and(coast.printedAt(ofSeconds(4), "North: flash 3"))
                        .and(coast.printedAt(ofSeconds(1), "South: flash 2"))
                        .and(coast.printedAt(ofSeconds(3), "South: flash 4"))
                        .because(() -> coast.timeOf("North: flash 2").equals(Optional.of(ZERO))
                                ? "loop.sleep does not wait. It returns a future at once, and the next line runs."
                                : "Each lighthouse has its own pause.")
                        .next("Pause for lighthouse.dark(). Attach the next flash to the future of loop.sleep, with"
                                + " thenCompose."));
        exam.claim(
                "Only the calling thread is used.",
                coast.finds(
                                coast.threadsStarted() == 0,
                                () -> "Expected no other thread, but "
                                        + (coast.threadsStarted() == 1
                                                ? "1 thread was"
                                                : coast.threadsStarted() + " threads were")
                                        + " started. It works, but this exercise is about one thread.")
                        .next("Run everything on the thread of the loop: loop.sleep(...).thenCompose(...)."));
        exam.claim(
                "Both together take 6 s, as long as North alone.",
                coast.took(ofSeconds(6))
                        .because(() -> coast.elapsed().compareTo(ofSeconds(6)) < 0
                                ? "There is also a pause after the last flash."
                                : "")
                        .next("Pause after every flash, and only then decide whether another one follows."));

        Run large = exam.run(() -> Lighthouses.flashAll(FIVE));
        exam.claim(
                "Five lighthouses take 9 s, as long as the slowest of them.",
                large.printedInAnyOrder(flashes(FIVE))
                        .and(large.took(ofSeconds(9)))
                        .because("It is right for two lighthouses, but not for five.")
                        .next("Do not assume a time or a number of flashes. Wait for the tasks themselves."));
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

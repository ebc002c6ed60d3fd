package eventloop;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.time.Duration;
import java.util.stream.IntStream;

/** Each plate has a callback of its own, so that the loop can run a timer between two plates. */
public final class DishesCheck implements Check {

    @Override
    public void check(Exam exam) {
        Run five = exam.run(() -> Dishes.evening(5, ofMillis(500)));
        exam.claim(
                "All plates are washed.",
                five.finds(
                                five.timeOf("Plate 5 is clean").isPresent(),
                                () -> "Expected \"Plate 5 is clean\", but it was never printed. The future was"
                                        + " complete too early, at " + Run.seconds(five.elapsed())
                                        + ", and the loop ended.")
                        .next("Call done.complete(null) only after the last plate."));
        exam.claim(
                "You wash on one thread.",
                five.finds(
                                five.threadsStarted() == 0,
                                () -> "Expected no thread but that of the loop, but "
                                        + (five.threadsStarted() == 1 ? "1 was" : five.threadsStarted() + " were")
                                        + " started. You have one pair of hands.")
                        .next("Hand the next plate to the loop: loop.execute(...)."));
        exam.claim(
                "The phone rings during the first plate, and you answer at 2 s at the latest.",
                answeredBy(five, ofSeconds(2))
                        .because(
                                "The loop never interrupts a callback. It takes in the timers that are due only between"
                                        + " two turns.")
                        .next("Wash one plate per turn: after a plate, hand the next one to the loop with"
                                + " loop.execute(...)."));
        exam.claim(
                "You do nothing else while you wash a plate, so you answer at 1 s at the earliest.",
                five.finds(
                                !five.isEarly("Hello?", ofSeconds(1)),
                                () -> "Expected \"Hello?\" at 1 s at the earliest, but it was printed at "
                                        + five.timeOf("Hello?")
                                                .map(Run::seconds)
                                                .orElseThrow() + ".")
                        .because("A plate takes 1 s of work, during which you cannot answer the phone.")
                        .next("Leave scrub as it is. Its sleep stands for work, so do not replace it by a timer."));
        exam.claim(
                "There is no pause between two plates.",
                five.printedAt(ofSeconds(2), "Plate 2 is clean")
                        .and(five.took(ofSeconds(5)))
                        .because(() -> five.isEarly("Plate 2 is clean", ofSeconds(2))
                                ? "A plate takes 1 s of work."
                                : "loop.execute runs its callback in the next turn, without a delay.")
                        .next(() -> five.isEarly("Plate 2 is clean", ofSeconds(2))
                                ? "Leave scrub as it is: its sleep stands for work."
                                : "Do not add a pause. The loop runs other callbacks between two turns anyway."));

        Run ten = exam.run(() -> Dishes.evening(10, ofMillis(7200)));
        exam.claim(
                "With ten plates and a ring at 7.2 s, you answer at 9 s at the latest.",
                answeredBy(ten, ofSeconds(9))
                        .and(inOrder(ten))
                        .and(ten.took(ofSeconds(10)))
                        .rightOnlyFor("5 plates", "10"));
    }

    private static Finding answeredBy(Run run, Duration limit) {
        return run.finds(
                run.timeOf("Hello?").filter(at -> at.compareTo(limit) <= 0).isPresent(),
                () -> "Expected \"Hello?\" at " + Run.seconds(limit) + " at the latest, but it was "
                        + run.timeOf("Hello?")
                                .map(at -> "printed at " + Run.seconds(at))
                                .orElse("never printed")
                        + ".");
    }

    private static Finding inOrder(Run run) {
        var plates = IntStream.rangeClosed(1, 10)
                .mapToObj(number -> "Plate " + number + " is clean")
                .toList();
        return run.finds(
                run.output().stream()
                        .filter(line -> line.startsWith("Plate "))
                        .toList()
                        .equals(plates),
                () -> "Expected the plates in order, each washed once.");
    }
}

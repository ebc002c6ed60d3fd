package countdown;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.util.List;
import java.util.stream.Stream;

/** Each number follows the pause of the number before it, and the loop can run another task during the pause. */
public final class LaunchCheck implements Check {
    private static final String[] LINES = {"Ariane: 3", "Ariane: 2", "Ariane: 1", "Ariane: liftoff"};

    @Override
    public void check(Exam exam) {
        Run one = exam.run(() -> EventLoop.run(loop -> Launch.count(loop, "Ariane", 3, ofSeconds(1))));
        exam.claim(
                "Every number and the liftoff are printed.",
                Stream.of(LINES)
                        .map(one::printedLine)
                        .reduce(Finding::and)
                        .orElseThrow()
                        .because(() -> "The future that count returned was complete at " + Run.seconds(one.elapsed())
                                + ", so the loop ended.")
                        .next("Return a future that also waits for the next number. thenRun does not wait for the"
                                + " future that its lambda creates."));
        exam.claim(
                "Nothing else is printed.",
                one.printedInAnyOrder(LINES)
                        .next("The liftoff replaces the 0: look at the number before you print it."));
        exam.claim(
                "One number is printed per second.",
                one.printedAt(ZERO, "Ariane: 3")
                        .and(one.printedAt(ofSeconds(1), "Ariane: 2"))
                        .and(one.printedAt(ofSeconds(2), "Ariane: 1"))
                        .and(one.printedAt(ofSeconds(3), "Ariane: liftoff"))
                        .because(() -> isHurried(one) ? "loop.sleep does not wait. It returns a future at once." : "")
                        .next("Print a number, then pause, and attach the next number to the future of the pause."));
        exam.claim("The countdown takes 3 s.", one.took(ofSeconds(3)));

        Run two = exam.run(() -> EventLoop.run(loop -> loop.gather(List.of(
                loop.createTask("Ariane", () -> Launch.count(loop, "Ariane", 4, ofSeconds(2))),
                loop.createTask("Vega", () -> Launch.count(loop, "Vega", 2, ofSeconds(1)))))));
        exam.claim(
                "A second countdown on the same loop starts at 0 s.",
                two.printedAt(ZERO, "Vega: 2")
                        .because(() -> two.sleptOnTheLoop()
                                ? "Thread.sleep blocks the loop's only thread, so no other task can run."
                                : "")
                        .next("Pause with loop.sleep, which does not block the thread."));
        exam.claim(
                "Both countdowns together take 8 s, as long as the longer one.",
                two.printedAt(ofSeconds(2), "Ariane: 3")
                        .and(two.printedAt(ofSeconds(2), "Vega: liftoff"))
                        .and(two.printedAt(ofSeconds(8), "Ariane: liftoff"))
                        .and(two.took(ofSeconds(8)))
                        .rightOnlyFor("one countdown", "two"));
    }

    private static boolean isHurried(Run run) {
        return run.isEarly("Ariane: 2", ofSeconds(1)) || run.isEarly("Ariane: 1", ofSeconds(2));
    }
}
